using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

internal static class ReportParagraphs
{
    private const int BulletWidth = 284;

    public static Paragraph Text(string text, string? style = null) => new(Properties(style), Run(text));

    /// <summary>A paragraph that stays on the page of the one after it.</summary>
    public static Paragraph KeptWithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    /// <summary>With a bullet that belongs to the paragraph, not to its text.</summary>
    /// <param name="indentation">Of the paragraph's style; null for the list's own.</param>
    public static Paragraph Bulleted(Paragraph paragraph, int? indentation, ReportNumbering numbering)
    {
        if (indentation is { } own) paragraph.ParagraphProperties!.Indentation = Hanging(own);
        return Numbered(paragraph, numbering.Bullets, 0);
    }

    /// <summary>With air between it and the table above.</summary>
    public static Paragraph AfterTable(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = "160" };
        return paragraph;
    }

    public static Paragraph Numbered(Paragraph paragraph, int numbering, int level)
    {
        paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = level }, new NumberingId { Val = numbering });
        return paragraph;
    }

    public static Indentation Hanging(int indentation) => new()
    {
        Left = (indentation + BulletWidth).ToString(CultureInfo.InvariantCulture),
        Hanging = BulletWidth.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>
    /// Every character of the text, in one run: a tab or a line break in it becomes the element that stands for it, and only what XML
    /// cannot hold is left out.
    /// </summary>
    public static Run Run(string text)
    {
        var run = new Run();
        var rest = XmlText.Keep(text).AsSpan();
        while (rest.Length > 0)
        {
            var special = rest.IndexOfAny('\t', '\n', '\r');
            var plain = special < 0 ? rest : rest[..special];
            if (plain.Length > 0) run.Append(new Text(plain.ToString()) { Space = SpaceProcessingModeValues.Preserve });
            if (special < 0) break;
            run.Append(rest[special] switch { '\t' => new TabChar(), '\r' => new CarriageReturn(), _ => (OpenXmlElement)new Break() });
            rest = rest[(special + 1)..];
        }

        return run;
    }

    public static ParagraphProperties Properties(string? style) =>
        style is null ? new() : new() { ParagraphStyleId = new ParagraphStyleId { Val = style } };
}
