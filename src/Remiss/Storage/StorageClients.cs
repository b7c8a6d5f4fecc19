using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Remiss.Storage;

/// <summary>
/// Clients of the account that holds everything: the one named <c>RemissStorage</c>, or the Functions host's own. Either a connection
/// string, or the service addresses and an identity, in the same settings that the Functions host reads.
/// </summary>
public sealed class StorageClients
{
    /// <summary>As the triggers name it.</summary>
    public const string ConnectionName = "RemissStorage";

    private const string HostConnectionName = "AzureWebJobsStorage";

    private readonly IConfigurationSection settings;
    private readonly Lazy<TokenCredential> credential;

    public StorageClients(IConfiguration configuration)
    {
        var own = configuration.GetSection(ConnectionName);
        settings = own.Exists() ? own : configuration.GetSection(HostConnectionName);
        credential = new(CreateCredential);
    }

    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public TableServiceClient Tables()
    {
        var options = Counted(new TableClientOptions(), "table");
        return settings.Value is { Length: > 0 } connection
            ? new(connection, options)
            : new(Address("tableServiceUri"), credential.Value, options);
    }

    /// <inheritdoc cref="Tables"/>
    public BlobServiceClient Blobs()
    {
        var options = Counted(new BlobClientOptions(), "blob");
        return settings.Value is { Length: > 0 } connection
            ? new(connection, options)
            : new(Address("blobServiceUri"), credential.Value, options);
    }

    /// <inheritdoc cref="Tables"/>
    public QueueServiceClient Queues()
    {
        var options = Counted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, "queue");
        return settings.Value is { Length: > 0 } connection
            ? new(connection, options)
            : new(Address("queueServiceUri"), credential.Value, options);
    }

    private static T Counted<T>(T options, string service) where T : ClientOptions
    {
        options.AddPolicy(new StorageMeter(service), HttpPipelinePosition.PerRetry);
        return options;
    }

    private Uri Address(string name) => settings[name] is { Length: > 0 } address
        ? new Uri(address)
        : throw new InvalidOperationException(
            $"Neither {ConnectionName} nor {HostConnectionName} names a storage. Set one of them to a connection string, or set its "
            + "blobServiceUri, queueServiceUri and tableServiceUri for an identity.");

    private TokenCredential CreateCredential() => settings["credential"] == "managedidentity"
        ? new ManagedIdentityCredential(settings["clientId"] is { Length: > 0 } id
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned)
        : new DefaultAzureCredential();
}
