namespace Remiss.Extractor.Pdf;

/// <summary>A forced line break in a justified paragraph stretches "Eva Exempelsson" over the whole line: its blanks are blanks nevertheless.</summary>
internal static class StretchedLines
{
    private const double Point = 1;

    public static List<PdfLine> Mended(List<PdfLine> lines)
    {
        if (lines.Count == 0) return lines;
        var margin = lines.Max(line => line.Right);
        return lines.ConvertAll(line => line.BlanksArePainted && line.Text.Contains('\t') && line.Right >= margin - Point
            ? line with { Text = line.Text.Replace('\t', ' '), EndsByForce = true }
            : line);
    }
}
