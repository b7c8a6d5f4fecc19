using Microsoft.Extensions.Configuration;
using Remiss.Storage;

namespace Remiss.Tests.Storage;

public sealed class StorageClientsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[64]);

    [Fact]
    public void The_account_of_its_own_goes_before_the_hosts()
    {
        var clients = Create(("RemissStorage", Connection("data")), ("AzureWebJobsStorage", Connection("host")));

        Assert.Equal(("data", "data", "data"), (clients.Tables().AccountName, clients.Blobs().AccountName, clients.Queues().AccountName));
    }

    [Fact]
    public void The_hosts_account_will_do() => Assert.Equal("host", Create(("AzureWebJobsStorage", Connection("host"))).Blobs().AccountName);

    [Fact]
    public void With_an_identity_the_addresses_are_enough()
    {
        var clients = Create(
            ("RemissStorage:credential", "managedidentity"),
            ("RemissStorage:clientId", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
            ("RemissStorage:blobServiceUri", "https://data.blob.core.windows.net"),
            ("RemissStorage:queueServiceUri", "https://data.queue.core.windows.net"),
            ("RemissStorage:tableServiceUri", "https://data.table.core.windows.net"),
            ("AzureWebJobsStorage", Connection("host")));

        Assert.Equal("https://data.blob.core.windows.net/", clients.Blobs().Uri.ToString());
        Assert.Equal("https://data.queue.core.windows.net/", clients.Queues().Uri.ToString());
        Assert.Equal("https://data.table.core.windows.net/", clients.Tables().Uri.ToString());
    }

    [Fact]
    public void Without_an_account_the_error_names_the_settings()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Create().Queues());

        Assert.Contains("Neither RemissStorage nor AzureWebJobsStorage", error.Message, StringComparison.Ordinal);
        Assert.Contains("queueServiceUri", error.Message, StringComparison.Ordinal);
    }

    private static string Connection(string account) =>
        $"DefaultEndpointsProtocol=https;AccountName={account};AccountKey={Key};EndpointSuffix=core.windows.net";

    private static StorageClients Create(params (string Name, string Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
        .Build());
}
