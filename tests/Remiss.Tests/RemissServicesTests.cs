using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Remiss.Tests;

public sealed class RemissServicesTests
{
    [Fact]
    public async Task Every_part_can_be_made()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]);
        builder.AddRemiss();

        await using var provider = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var own = builder.Services.Where(s => s.ServiceType.Assembly == typeof(RemissServices).Assembly && !s.ServiceType.IsGenericType);
        Assert.All(own, service => Assert.NotNull(provider.GetRequiredService(service.ServiceType)));
    }

    [Fact]
    public async Task A_missing_storage_setting_is_named()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.AddRemiss();
        await using var provider = builder.Services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<Remiss.Storage.RemissLedger>());

        Assert.Contains("AzureWebJobsStorage", error.Message, StringComparison.Ordinal);
    }
}
