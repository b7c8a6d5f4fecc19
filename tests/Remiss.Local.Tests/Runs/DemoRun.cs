using System.Text.Json;
using Remiss.Reports;

namespace Remiss.Local.Tests.Runs;

/// <summary>The demo, run once and then a second time on the same storage.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public string First => Path.Combine(folder.Path, "first");

    public string Second => Path.Combine(folder.Path, "second");

    internal RemissOutcome FirstOutcome { get; private set; } = null!;

    internal RemissOutcome SecondOutcome { get; private set; } = null!;

    public CaseStatus Status => StatusIn(First);

    public static CaseStatus StatusIn(string folder) =>
        JsonSerializer.Deserialize<CaseStatus>(File.ReadAllText(Path.Combine(folder, "status.json")), RemissJson.Options)!;

    public async ValueTask InitializeAsync()
    {
        FirstOutcome = await RemissProcess.RunAsync(folder.Path, "demo", "--out", First);
        SecondOutcome = await RemissProcess.RunAsync(folder.Path, "demo", "--out", Second);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
