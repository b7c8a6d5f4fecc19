using Remiss.Extractor.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Remiss.Extractor.Pdf;

/// <summary>Which letters of a page its reader sees: not those without ink, in white on white, as small as dust, or off the paper.</summary>
internal sealed class PageSight
{
    private const double White = 0.96;
    private const double CoversPage = 0.5;
    private const double Margin = 2;
    private const int MostShapes = 2_000;

    private readonly PdfRectangle paper;
    private readonly List<PdfRectangle> pictures = [];
    private readonly bool isScan;
    private readonly Page page;
    private List<PdfRectangle>? shades;
    private int hidden;

    public PageSight(Page page)
    {
        this.page = page;

        // Letters are given from the lower left corner of what is seen of the page, wherever its boxes lie.
        paper = new PdfRectangle(0, 0, page.Width, page.Height);
        if (page.NumberOfImages == 0) return;
        foreach (var image in page.GetImages().Take(MostShapes)) pictures.Add(image.BoundingBox);
        var area = Math.Max(paper.Area, 1);
        PictureShare = Math.Min(pictures.Sum(picture => Math.Abs(picture.Area)) / area, 1);
        isScan = PictureShare >= CoversPage;
    }

    /// <summary>How much of the paper is pictures.</summary>
    public double PictureShare { get; }

    public bool HidesText => hidden >= 3;

    public bool Shows(Letter letter, string? value)
    {
        if (IsSeen(letter, value)) return true;
        if (value is { Length: > 0 } && char.IsLetter(value[0])) hidden++;
        return false;
    }

    private bool IsSeen(Letter letter, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return true;

        // Over a scanned page invisible letters are what an OCR program read, and stand where the picture shows them.
        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip) return isScan;
        if (letter.PointSize < HiddenText.SmallestPoints && Math.Abs(letter.BoundingBox.Height) < HiddenText.SmallestPoints) return false;
        var spot = letter.StartBaseLine;
        if (spot.X < paper.Left - Margin || spot.X > paper.Right + Margin || spot.Y < paper.Bottom - Margin || spot.Y > paper.Top + Margin) return false;
        return !IsWhite(letter.FillColor) || letter.RenderingMode is not (TextRenderingMode.Fill or TextRenderingMode.FillClip) || HasShade(spot);
    }

    private bool HasShade(PdfPoint spot)
    {
        shades ??= [.. pictures, .. page.Paths.Where(path => path.IsFilled && !IsWhite(path.FillColor)).Take(MostShapes)
            .Select(path => path.GetBoundingRectangle()).Where(box => box is not null).Select(box => box!.Value)];
        return shades.Exists(shade => spot.X >= shade.Left - Margin && spot.X <= shade.Right + Margin && spot.Y >= shade.Bottom - Margin && spot.Y <= shade.Top + Margin);
    }

    private static bool IsWhite(IColor? colour)
    {
        if (colour is null or PatternColor) return false;
        var (red, green, blue) = colour.ToRGBValues();
        return red >= White && green >= White && blue >= White;
    }
}
