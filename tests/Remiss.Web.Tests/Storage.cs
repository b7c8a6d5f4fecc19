using Remiss.Local.Azurite;
using Remiss.Storage;

[assembly: AssemblyFixture(typeof(Remiss.Web.Tests.Storage))]

namespace Remiss.Web.Tests;

/// <summary>One storage for all tests, each of which has a case of its own in it.</summary>
public sealed class Storage : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("remiss-web-").FullName;
    private readonly Lock turn = new();
    private LocalStorage? storage;
    private Task? ready;

    internal string ConnectionString => storage!.ConnectionString;

    /// <summary>Tables, containers and queues are made once for all hosts.</summary>
    internal Task SetUpAsync(StorageSetup setup)
    {
        lock (turn) return ready ??= setup.RunAsync(CancellationToken.None);
    }

    public async ValueTask InitializeAsync() => storage = await LocalStorage.OpenAsync(folder, _ => { }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (storage is not null) await storage.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
