using Microsoft.AspNetCore.DataProtection;
using Remiss.Storage;

namespace Remiss.Web.Tests.Security;

public sealed class KeyRingTests(Storage storage)
{
    [Fact]
    public async Task A_form_made_by_one_instance_is_taken_by_another()
    {
        await using var one = await WebHost.StartAsync(storage);
        await using var other = await WebHost.StartAsync(storage);

        var made = one.Get<IDataProtectionProvider>().CreateProtector("test").Protect("a form");

        Assert.Equal("a form", other.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(made));
    }

    [Fact]
    public async Task Whoever_reads_the_storage_cannot_read_the_keys()
    {
        await using var web = await WebHost.StartAsync(storage);
        web.Get<IDataProtectionProvider>().CreateProtector("test").Protect("a form");

        var ring = (await web.Get<BlobContainers>().Keys.GetBlobClient("forms.xml").DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString();

        Assert.Contains("<sealed", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", ring, StringComparison.Ordinal);
    }
}
