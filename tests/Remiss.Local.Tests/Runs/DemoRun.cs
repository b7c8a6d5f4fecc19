using System.Text.Json;
using Remiss.Reports;

namespace Remiss.Local.Tests.Runs;

/// <summary>
/// The demo, run once and then a second time on the same storage, both without OCR so that all machines agree; then what waits for OCR is
/// run again with it.
/// </summary>
public sealed class DemoRun : IAsyncLifetime
{
    private const string WithoutOcr = "Ocr__Engine=none";

    private readonly TemporaryFolder folder = new();

    public string First => Path.Combine(folder.Path, "first");

    public string Second => Path.Combine(folder.Path, "second");

    /// <summary>Where the case stands once its scan has been read.</summary>
    public CaseStatus StatusWithOcr { get; private set; } = null!;

    internal RemissOutcome ReplayOutcome { get; private set; } = null!;

    internal RemissOutcome FirstOutcome { get; private set; } = null!;

    internal RemissOutcome SecondOutcome { get; private set; } = null!;

    public CaseStatus Status => StatusIn(First);

    public static CaseStatus StatusIn(string folder) =>
        JsonSerializer.Deserialize<CaseStatus>(File.ReadAllText(Path.Combine(folder, "status.json")), RemissJson.Options)!;

    public async ValueTask InitializeAsync()
    {
        FirstOutcome = await RemissProcess.RunWithAsync(folder.Path, WithoutOcr, "demo", "--out", First);
        SecondOutcome = await RemissProcess.RunWithAsync(folder.Path, WithoutOcr, "demo", "--out", Second);
        ReplayOutcome = await RemissProcess.RunWithAsync(folder.Path, "Ocr__Engine=tesseract", "replay", "ks-2023-740");
        var status = await RemissProcess.RunAsync(folder.Path, "status", "ks-2023-740", "--json");
        StatusWithOcr = JsonSerializer.Deserialize<CaseStatus>(status.Output, RemissJson.Options)!;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
