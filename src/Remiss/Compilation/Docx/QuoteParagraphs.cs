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
        var properties = ReportParagraphs.Properties(ReportStyles.Quote);
        if (quote.Kind is ParagraphKind.ListItem)
        {
            properties.Indentation = new Indentation { Left = "624", Hanging = "284" };
            if (char.IsLetter(quote.Text[0]))
                properties.NumberingProperties = new NumberingProperties(
                    new NumberingLevelReference { Val = 0 }, new NumberingId { Val = ReportStyles.BulletNumbering });
        }

        return new Paragraph(
            properties,
            new BookmarkStart { Id = id, Name = BookmarkName(quote.Source, bilaga) },
            ReportParagraphs.Run(quote.Text),
            new BookmarkEnd { Id = id });
    }

    /// <summary>
    /// Bilaga, the first eight digits of the document's SHA-256, page, start and length: <c>bilaga1_0a1b2c3d_p2_1043_212</c>. Word allows 40
    /// characters: letters, digits and underscores.
    /// </summary>
    internal static string BookmarkName(QuoteSource source, int bilaga) => string.Create(
        CultureInfo.InvariantCulture,
        $"bilaga{bilaga}_{source.Document[..Math.Min(8, source.Document.Length)]}_p{source.Page}_{source.Start}_{source.Length}");
}
