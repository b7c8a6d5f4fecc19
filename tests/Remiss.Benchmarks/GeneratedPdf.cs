using System.Globalization;
using System.Text;

namespace Remiss.Benchmarks;

/// <summary>Pages of running text in a font that every reader has.</summary>
internal static class GeneratedPdf
{
    private static readonly string[] Words =
    [
        "bolaget", "har", "inget", "att", "erinra", "mot", "förslaget", "men", "vill", "framhålla", "behovet", "av", "en", "gemensam", "planering",
        "för", "lokaler", "och", "skolgårdar", "när", "nya", "områden", "byggs", "ut", "under", "kommande", "år", "enligt", "avsnitt",
    ];

    public static void Write(string path, int pages, int seed = 7)
    {
        var random = new Random(seed);
        using var file = File.Create(path);
        var places = new List<long>();
        Put("%PDF-1.4\n");
        Add($"<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{4 + (2 * i)} 0 R"))}] >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
        for (var page = 0; page < pages; page++)
        {
            var content = Content(random);
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {places.Count + 2} 0 R >>");
            Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var table = file.Position;
        Put($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Put($"{place.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n");
        Put($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");

        void Add(string content)
        {
            places.Add(file.Position);
            Put($"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    private static string Content(Random random)
    {
        var content = new StringBuilder("BT /F 11 Tf 14 TL 72 770 Td");
        for (var line = 0; line < 48; line++)
        {
            content.Append(" (").AppendJoin(' ', Enumerable.Range(0, 11).Select(_ => Words[random.Next(Words.Length)])).Append(line % 6 == 5 ? ".) Tj T*" : ") Tj T*");
        }

        return content.Append(" ET").ToString();
    }
}
