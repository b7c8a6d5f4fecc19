using System.Text;
using static System.FormattableString;

namespace Remiss.Extractor.Tests.Pdf;

/// <summary>A PDF written by hand: each page is the operators that paint it, with Helvetica as F1 and its bold as F2.</summary>
internal static class RawPdf
{
    /// <param name="catalog">More of the catalog.</param>
    /// <param name="page">More of every page.</param>
    /// <param name="more">Objects numbered from 5 + 2 × pages.</param>
    /// <param name="fonts">More fonts for every page: <c>/F3 7 0 R</c>.</param>
    public static byte[] Of(
        IReadOnlyList<string> pages, string trailer = "", string catalog = "", string page = "", string box = "0 0 595 842", IReadOnlyList<string>? more = null,
        string fonts = "")
    {
        var kids = string.Join(' ', pages.Select((_, index) => Invariant($"{5 + (2 * index)} 0 R")));
        var objects = new List<string>
        {
            $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            Invariant($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var content in pages)
        {
            objects.Add(Invariant($"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {page} /Contents {objects.Count + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R {fonts} >> >> >>"));
            objects.Add(Invariant($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));
        }

        objects.AddRange(more ?? []);

        var pdf = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder(Invariant($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(Invariant($"{pdf.Length:0000000000} 00000 n \n"));
            pdf.Append(Invariant($"{i + 1} 0 obj\n{objects[i]}\nendobj\n"));
        }

        var end = Invariant($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{pdf.Length}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.Append(table).Append(end).ToString());
    }
}
