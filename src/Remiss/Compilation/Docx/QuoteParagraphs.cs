using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Report;
using Remiss.Intake.Extraction;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Remiss.Compilation.Docx;

/// <summary>
/// A quote is a paragraph of its own inside a bookmark whose name says where it comes from. A bookmark leaves the page clean, and follows
/// the text when the coordinator moves it.
/// </summary>
/// <param name="bookmarks">How many bookmarks there are already.</param>
internal sealed class QuoteParagraphs(int bookmarks, ReportNumbering numbering)
{
    private int bookmarks = bookmarks;
    private int repeated;

    /// <summary>In the recipient's own section.</summary>
    public Paragraph InSection(Quote quote, int bilaga)
    {
        var paragraph = Marked(quote, $"bilaga{bilaga}", ReportStyles.Quote);
        return quote.Kind is ParagraphKind.ListItem ? Item(paragraph, quote.Text) : paragraph;
    }

    /// <summary>The same words once more, under a topic or a request.</summary>
    public Paragraph Again(Quote quote, string style) => Marked(quote, $"utdrag{++repeated}", style);

    private Paragraph Marked(Quote quote, string what, string style)
    {
        var id = (++bookmarks).ToString(CultureInfo.InvariantCulture);
        return new(
            ReportParagraphs.Properties(style),
            new BookmarkStart { Id = id, Name = BookmarkName(quote.Source, what) },
            ReportParagraphs.Run(quote.Text),
            new BookmarkEnd { Id = id });
    }

    /// <summary>The text of a list item may have brought its own bullet or number along.</summary>
    private Paragraph Item(Paragraph paragraph, string text)
    {
        paragraph.ParagraphProperties!.Indentation = ReportParagraphs.Hanging(ReportStyles.QuoteIndentation);
        return char.IsLetter(text[0]) ? ReportParagraphs.Bulleted(paragraph, ReportStyles.QuoteIndentation, numbering) : paragraph;
    }

    /// <summary>
    /// What it is, the first eight digits of the document's SHA-256, page, start and length: <c>bilaga1_0a1b2c3d_p2_1043_212</c>. Word
    /// allows 40 characters: letters, digits and underscores.
    /// </summary>
    internal static string BookmarkName(QuoteSource source, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what}_{source.Document[..Math.Min(8, source.Document.Length)]}_p{source.Page}_{source.Start}_{source.Length}");
}
