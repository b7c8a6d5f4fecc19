using System.Globalization;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands.Reading;

/// <summary>What became of many files, and of the children that read them.</summary>
internal sealed class ExtractSummary
{
    private readonly SortedDictionary<string, int> unreadable = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> formats = new(StringComparer.Ordinal);
    private int files;
    private int read;
    private int readWithoutText;
    private int byOcr;
    private int bySecondEngine;
    private int needsOcr;
    private ReadFile? slowest;

    public void Add(ReadFile file)
    {
        var result = file.Result;
        files++;
        formats[result.Format] = formats.GetValueOrDefault(result.Format) + 1;
        if (slowest is null || file.Took > slowest.Took) slowest = file;
        switch (result.State)
        {
            case ExtractionState.Read:
                read++;
                if (string.IsNullOrWhiteSpace(result.Text.Text)) readWithoutText++;
                if (result.Reasons.Contains(ExtractionReasons.Ocr)) byOcr++;
                if (result.Reasons.Contains(ExtractionReasons.SecondEngine)) bySecondEngine++;
                break;
            case ExtractionState.NeedsOcr:
                needsOcr++;
                break;
            default:
                var reason = result.Reasons.Count > 0 ? result.Reasons[0] : "";
                unreadable[reason] = unreadable.GetValueOrDefault(reason) + 1;
                break;
        }
    }

    public object Json(SandboxReport sandbox) => new
    {
        Summary = new
        {
            Files = files,
            Read = read,
            ReadWithoutText = readWithoutText,
            ByOcr = byOcr,
            BySecondEngine = bySecondEngine,
            NeedsOcr = needsOcr,
            Unreadable = unreadable,
            Formats = formats,
            ChildDeaths = sandbox.Deaths.ToDictionary(death => RemissJson.Label(death.Key), death => death.Value),
            Children = sandbox.Started,
            Slowest = slowest is null ? null : new { File = slowest.Name, Seconds = Math.Round(slowest.Took.TotalSeconds, 2) },
            PeakChildMegabytes = sandbox.PeakBytes >> 20,
            sandbox.Walls,
            MissingWalls = SandboxWalls.All.Except(sandbox.Walls),
        },
    };

    public IEnumerable<string> Lines(SandboxReport sandbox)
    {
        yield return Row("Filer", $"{files}  ({Counts(formats)})");
        yield return Row("Lästa", $"{read}, varav {byOcr} med OCR, {bySecondEngine} med reservprogrammet och {readWithoutText} utan text");
        yield return Row("Bilder utan text", $"{needsOcr}");
        yield return Row("Oläsliga", unreadable.Count == 0 ? "0" : $"{unreadable.Values.Sum()}  ({Counts(unreadable)})");
        yield return Row("Läsprocesser", $"{sandbox.Started}, varav {sandbox.Deaths.Values.Sum()} avslutades av en fil  {Counts(sandbox.Deaths.Select(d => KeyValuePair.Create(RemissJson.Label(d.Key), d.Value)))}");
        if (slowest is not null) yield return Row("Långsammast", string.Create(CultureInfo.InvariantCulture, $"{slowest.Took.TotalSeconds:0.00} s  {slowest.Name.ReplaceLineEndings(" ")}"));
        yield return Row("Mest minne", $"{sandbox.PeakBytes >> 20} MB i en läsprocess");
        yield return Row("Murar som står", sandbox.Walls.Count == 0 ? "inga" : string.Join(", ", sandbox.Walls));
        var missing = SandboxWalls.All.Except(sandbox.Walls).ToList();
        if (missing.Count > 0) yield return Row("Murar som saknas", string.Join(", ", missing) + "  (docs/extraction.md)");
    }

    private static string Row(string heading, string value) => $"{heading,-18}{value}".TrimEnd();

    private static string Counts(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"));
}
