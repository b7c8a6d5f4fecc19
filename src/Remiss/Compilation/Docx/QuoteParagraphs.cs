using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Intake.Extraction;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Remiss.Compilation.Docx;

/// <summary>
/// A quote is a paragraph of its own inside a bookmark whose name says where it comes from. A bookmark leaves the page clean, and follows
/// the text when the coordinator moves it.
/// </summary>
internal sealed class QuoteParagraphs
{
    private int bookmarks;

    public Paragraph Create(Quote quote, int bilaga)
    {
        var id = (++bookmarks).ToString(CultureInfo.InvariantCulture);
        var paragraph = new Paragraph(
            ReportParagraphs.Properties(ReportStyles.Quote),
            new BookmarkStart { Id = id, Name = BookmarkName(quote.Source, bilaga) },
            ReportParagraphs.Run(quote.Text),
            new BookmarkEnd { Id = id });
        return quote.Kind is ParagraphKind.ListItem ? Item(paragraph, quote.Text) : paragraph;
    }

    /// <summary>The text of a list item may have brought its own bullet or number along.</summary>
    private static Paragraph Item(Paragraph paragraph, string text)
    {
        paragraph.ParagraphProperties!.Indentation = ReportParagraphs.Hanging(ReportStyles.QuoteIndentation);
        return char.IsLetter(text[0]) ? ReportParagraphs.Bulleted(paragraph, ReportStyles.QuoteIndentation) : paragraph;
    }

    /// <summary>
    /// Bilaga, the first eight digits of the document's SHA-256, page, start and length: <c>bilaga1_0a1b2c3d_p2_1043_212</c>. Word allows 40
    /// characters: letters, digits and underscores.
    /// </summary>
    internal static string BookmarkName(QuoteSource source, int bilaga) => string.Create(
        CultureInfo.InvariantCulture,
        $"bilaga{bilaga}_{source.Document[..Math.Min(8, source.Document.Length)]}_p{source.Page}_{source.Start}_{source.Length}");
}
