using Remiss.Extractor.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Remiss.Extractor.Pdf;

/// <summary>What one page gives: its lines, and whether they are all that it shows.</summary>
/// <param name="IsPictured">It shows a picture where its text should be.</param>
/// <param name="IsGarbled">It shows letters that are none in the file.</param>
internal sealed record PdfPageText(List<PdfLine> Lines, bool IsPictured, bool IsGarbled, bool HidesText)
{
    private const int FewestCharacters = 40;
    private const double CoversPage = 0.5;
    private const int MostStrokes = 300;

    public static PdfPageText Read(int index, Page page, IEnumerable<(PdfRectangle Place, string Text)> fields)
    {
        var sight = new PageSight(page);
        var letters = LineAssembler.Read(index, page, sight);
        var lines = PageColumns.Ordered([.. letters.Lines]);
        foreach (var (place, text) in fields.Concat(PdfForm.Notes(page))) PdfForm.Insert(lines, index, place, text, Math.Max(page.Height, 1));

        var characters = lines.Sum(line => line.Text.Length);
        var isGarbled = Legibility.IsGarbled(string.Join('\n', lines.Select(line => line.Text))) || (letters.Unnamed > FewestCharacters && letters.Unnamed > characters)
            || PaintedText.IsLost(page);
        var isPictured = characters < FewestCharacters
            && (sight.PictureShare >= CoversPage || (characters == 0 && (page.NumberOfImages > 0 || page.Paths.Count > MostStrokes)));
        return new PdfPageText(isGarbled ? [] : lines, isPictured, isGarbled, sight.HidesText);
    }
}
