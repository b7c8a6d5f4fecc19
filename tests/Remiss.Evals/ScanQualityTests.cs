using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;

namespace Remiss.Evals;

/// <summary>Clean scans at 300 dpi, made by scans/source/make.sh of the texts beside it, read as the product reads them.</summary>
public sealed class ScanQualityTests(ITestOutputHelper output)
{
    private const double HighestErrorRate = 0.02;

    private static readonly string Scans = Path.Combine(AppContext.BaseDirectory, "scans");

    [Fact]
    public async Task Clean_scans_are_read_with_at_most_two_words_in_a_hundred_wrong()
    {
        var rows = new List<(string File, string Format, int Errors, int Words, double Confidence)>();
        using var host = Build();
        var extractor = host.Services.GetRequiredService<IDocumentExtractor>();
        foreach (var scan in Directory.GetFiles(Scans).Order(StringComparer.Ordinal))
        {
            using var folder = new WorkFolder();
            var result = await extractor.ExtractAsync(scan, folder.Attachments, TestContext.Current.CancellationToken);
            Assert.True(result.State is ExtractionState.Read, $"{scan}: {string.Join(", ", result.Reasons)}");
            Assert.Contains(ExtractionReasons.Ocr, result.Reasons);
            var (errors, words) = WordErrors.Count(await TextOfAsync(scan), result.Text.Text);
            rows.Add((Path.GetFileName(scan), result.Format, errors, words, result.Scan!.Pages.Average(page => page.Confidence ?? 0)));
            output.WriteLine(Row(rows[^1]));
        }

        foreach (var format in rows.GroupBy(row => row.Format)) output.WriteLine(Row((format.Key, $"{format.Count()} files", format.Sum(r => r.Errors), format.Sum(r => r.Words), format.Average(r => r.Confidence))));
        output.WriteLine(Row(("all", $"{rows.Count} files", rows.Sum(r => r.Errors), rows.Sum(r => r.Words), rows.Average(r => r.Confidence))));
        Assert.True(rows.Count >= 8);
        Assert.True(rows.Sum(r => r.Errors) <= HighestErrorRate * rows.Sum(r => r.Words));
    }

    [Theory]
    [InlineData("ett två tre", "ett två tre", 0)]
    [InlineData("ett två tre", "ett tre", 1)]
    [InlineData("ett två tre", "ett tva tre fyra", 2)]
    [InlineData("ett två", "", 2)]
    public void Wrong_words_are_counted(string expected, string actual, int errors) =>
        Assert.Equal((errors, expected.Split(' ').Length), WordErrors.Count(expected, actual));

    private static async Task<string> TextOfAsync(string scan)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Scans, "source", Path.GetFileNameWithoutExtension(scan) + ".txt"), TestContext.Current.CancellationToken);
        return string.Join('\n', lines.Where(line => line != "---").Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line));
    }

    private static string Row((string File, string Format, int Errors, int Words, double Confidence) row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.File,-22}{row.Format,-10}{row.Words,5} words  {row.Errors,3} wrong  {100.0 * row.Errors / row.Words,5:0.00} %  confidence {row.Confidence:0.00}");

    private static IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddExtraction().Configure<OcrOptions>(options => options.Engine = OcrEngine.Tesseract);
        return builder.Build();
    }
}
