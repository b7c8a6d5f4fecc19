using System.Text;
using static System.FormattableString;

namespace Remiss.Extractor.Tests.Pdf;

/// <summary>Writes pages line by line, as a word processor would.</summary>
internal sealed class Pdfs
{
    private readonly List<StringBuilder> pages = [];
    private double y;

    public Pdfs Page()
    {
        pages.Add(new StringBuilder());
        y = 740;
        return this;
    }

    public Pdfs At(double x, double height, string text, double size = 11, bool isBold = false)
    {
        var escaped = text.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");
        pages[^1].Append(Invariant($"BT /F{(isBold ? 2 : 1)} {size} Tf {x} {height} Td ({escaped}) Tj ET\n"));
        return this;
    }

    public Pdfs Line(string text, double size = 11, bool isBold = false, double indent = 0)
    {
        At(70 + indent, y, text, size, isBold);
        y -= size * 1.25;
        return this;
    }

    public Pdfs Gap(double points = 10)
    {
        y -= points;
        return this;
    }

    public byte[] Build() => RawPdf.Of([.. pages.Select(page => page.ToString())]);
}
