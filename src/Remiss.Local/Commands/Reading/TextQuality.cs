using System.Globalization;
using System.Text.RegularExpressions;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands.Reading;

/// <summary>
/// How many words were read wrongly, against texts that are known: <c>FOLDER/brev.txt</c> says what <c>brev.docx</c>, <c>brev.pdf</c> … hold.
/// A wrong, a missing and a surplus word are one error each.
/// </summary>
internal sealed class TextQuality(string folder)
{
    private static readonly Regex Words = new(@"[\p{L}\p{N}\p{M}]+", RegexOptions.NonBacktracking);

    private readonly SortedDictionary<string, (int Documents, int Words, int Errors)> formats = new(StringComparer.Ordinal);

    public void Add(ReadFile file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name[(file.Name.LastIndexOf('/') + 1)..]);
        var known = Path.Combine(folder, name + ".txt");
        if (!File.Exists(known)) return;

        var expected = WordsOf(File.ReadAllText(known));
        var format = file.Result.Format + (file.Result.Reasons.Contains(ExtractionReasons.Ocr) ? " (OCR)" : "");
        var sum = formats.GetValueOrDefault(format);
        formats[format] = (sum.Documents + 1, sum.Words + expected.Length, sum.Errors + Errors(expected, WordsOf(file.Result.Text.Text)));
    }

    public IEnumerable<string> Lines()
    {
        yield return "Format       Dokument     Ord   Fel   Ordfel";
        foreach (var (format, sum) in formats) yield return Line(format, sum);
        yield return Line("alla", (formats.Values.Sum(sum => sum.Documents), formats.Values.Sum(sum => sum.Words), formats.Values.Sum(sum => sum.Errors)));
    }

    /// <summary>The fewest words to change, leave out or put in that make one text of the other.</summary>
    public static int Errors(string[] expected, string[] read)
    {
        var row = new int[read.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= expected.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = diagonal + (expected[i - 1] == read[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static string[] WordsOf(string text) => [.. Words.Matches(text).Select(match => match.Value)];

    private static string Line(string format, (int Documents, int Words, int Errors) sum) => string.Create(
        CultureInfo.InvariantCulture,
        $"{format,-12} {sum.Documents,8} {sum.Words,7} {sum.Errors,5} {(sum.Words == 0 ? 0 : 100.0 * sum.Errors / sum.Words),7:0.00} %");
}
