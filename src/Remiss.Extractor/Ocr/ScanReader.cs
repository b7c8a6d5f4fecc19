using System.Diagnostics;
using System.Globalization;
using Remiss.Extractor.Sandbox;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Ocr;

/// <summary>Pictures of text, by tesseract: several pages at once, each within its own time.</summary>
internal sealed class ScanReader(ExtractionLimits limits)
{
    private const int MostPages = 500;
    private const double PictureResolution = 300;

    /// <summary>tesseract's ways to look at a page.</summary>
    private const string AsLaidOut = "1";
    private const string AsOneBlock = "6";
    private const string WhereverTextStands = "11";

    /// <summary>Where another look is sure of so many times the letters, the first has lost some.</summary>
    private const double PlainlyMore = 1.15;

    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(20);

    public async Task<ExtractionResult> ReadAsync(string path, string format, ScanOrder order)
    {
        var source = await PageSource.OpenAsync(path, format, MostPages, OpenLimit);
        var numbers = order.Pages.Count > 0 ? order.Pages.Where(number => number >= 1 && number <= source.Count).Distinct() : Enumerable.Range(1, source.Count);
        var pages = new TesseractPage?[source.Count];
        var asked = numbers.Order().ToList();
        var reasons = new HashSet<string>();
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = order.PagesAtOnce }, async (number, _) =>
        {
            try
            {
                pages[number - 1] = await ReadAsync(source, number, order);
            }
            catch (HelperFailedException e)
            {
                lock (reasons) reasons.Add(e.IsTimedOut ? ExtractionReasons.TimedOut : ExtractionReasons.Corrupt);
            }
            finally
            {
                source.Release(number);
            }
        });

        var text = ScanText.Build([.. pages.SelectMany(page => page?.Lines ?? [])], source.Count, limits);
        var isRead = text.Paragraphs.Count > 0;
        return new ExtractionResult
        {
            State = isRead ? ExtractionState.Read : ExtractionState.NeedsOcr,
            Format = format,
            Reasons = [.. isRead ? reasons : reasons.Append(ExtractionReasons.NoText)],
            Text = isRead ? text : DocumentText.Empty,
            UnreadPages = [.. asked.Where(number => pages[number - 1] is null)],
            Scan = new("tesseract", [.. asked.Select(number => new ScannedPage(number, Rounded(pages[number - 1]?.Confidence)))]),
        };
    }

    private static async Task<TesseractPage> ReadAsync(PageSource source, int number, ScanOrder order)
    {
        var limit = TimeSpan.FromSeconds(order.PageSeconds);
        var started = Stopwatch.GetTimestamp();
        var (picture, index) = await source.PictureAsync(number, limit);
        var page = await LookAsync(AsLaidOut, limit);
        if (page.IsAskew && Stopwatch.GetElapsedTime(started) <= limit / 2) page = await FullerAsync(page);
        if (!page.HasSqueezedLines || Stopwatch.GetElapsedTime(started) > limit / 2) return page;
        try
        {
            return page.Mended(await LookAsync(WhereverTextStands, limit / 2));
        }
        catch (HelperFailedException)
        {
            return page;
        }

        async Task<TesseractPage> FullerAsync(TesseractPage first)
        {
            try
            {
                var second = await LookAsync(AsOneBlock, limit / 2);
                return second.SureLetters > PlainlyMore * first.SureLetters ? second : first;
            }
            catch (HelperFailedException)
            {
                return first;
            }
        }

        async Task<TesseractPage> LookAsync(string segmentation, TimeSpan within)
        {
            var tsv = await HelperRun.ReadAsync(
                HelperPrograms.Tesseract,
                [
                    picture, "stdout", "-l", order.Language, "--psm", segmentation,
                    "-c", "tessedit_create_tsv=1", "-c", "tessedit_page_number=" + index.ToString(CultureInfo.InvariantCulture),
                ],
                within);
            return TesseractPage.Parse(tsv, number - 1, PictureResolution);
        }
    }

    private static double? Rounded(double? confidence) => confidence is { } value ? Math.Round(value, 3) : null;
}
