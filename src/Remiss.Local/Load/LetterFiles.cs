using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Local.Load;

/// <summary>A letter as the file that an office would send: four of five are PDF, the fifth is Word.</summary>
internal static class LetterFiles
{
    private const int CharactersOnLine = 88;
    private const int LinesOnPage = 46;

    public static bool IsPdf(int number) => number % 5 != 0;

    public static byte[] Pdf(IEnumerable<string> paragraphs)
    {
        var pages = paragraphs.SelectMany(p => Wrap(p).Append("")).Chunk(LinesOnPage).Select(Content).ToList();
        var kids = string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"));
        List<byte[]> objects =
        [
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>"),
            Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        ];
        foreach (var (index, content) in pages.Index())
        {
            objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * index)} 0 R >>"));
            objects.Add([.. Ascii($"<< /Length {content.Length} >>\nstream\n"), .. content, .. Ascii("\nendstream")]);
        }

        return File(objects);
    }

    public static byte[] Docx(IEnumerable<string> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(text => new Paragraph(new Run(new Text(text))))));
        }

        return stream.ToArray();
    }

    private static byte[] Content(IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 11 Tf 14 TL 60 780 Td\n");
        foreach (var line in lines) text.Append('(').Append(Escape(line)).Append(") Tj T*\n");
        return Encoding.Latin1.GetBytes(text.Append("ET").ToString());
    }

    private static byte[] File(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write(Ascii("%PDF-1.4\n"));
        List<long> places = [];
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Position);
            file.Write([.. Ascii($"{index + 1} 0 obj\n"), .. body, .. Ascii("\nendobj\n")]);
        }

        var start = file.Position;
        file.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) file.Write(Ascii(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        file.Write(Ascii($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static IEnumerable<string> Wrap(string paragraph)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > CharactersOnLine)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        yield return line.ToString();
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
