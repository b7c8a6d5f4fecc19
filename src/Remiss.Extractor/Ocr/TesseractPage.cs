using System.Buffers;
using System.Globalization;
using System.Text;
using Remiss.Extractor.Pdf;

namespace Remiss.Extractor.Ocr;

/// <summary>A page as tesseract saw it, from its TSV: one row for each page, block, paragraph, line and word.</summary>
internal sealed class TesseractPage
{
    private const double PointsPerInch = 72;

    private static readonly SearchValues<char> Deep = SearchValues.Create("gjpqyQ,;()[]§/_");

    /// <summary>Below this, marks without a letter are specks of dust, and words are hardly legible.</summary>
    private const double Speck = 0.5;

    /// <summary>What another look is believed to have read.</summary>
    private const double Sure = 0.7;

    private const double Squeezed = 1.8;

    private const double MostSlope = 0.026;

    private readonly IReadOnlyList<List<ScannedWord>> pieces;
    private readonly int page;
    private readonly double height;
    private readonly double usualHeight;

    private TesseractPage(IReadOnlyList<List<ScannedWord>> pieces, int page, double height)
    {
        this.pieces = pieces;
        this.page = page;
        this.height = height;
        var words = pieces.SelectMany(piece => piece).ToList();
        usualHeight = words.Count > 0 ? Median(words.Select(word => word.Height)) : 0;
        Lines = [.. pieces.Select(Line)];
        Confidence = words.Count > 0 ? Legibility(words) : null;
    }

    public IReadOnlyList<PdfLine> Lines { get; }

    /// <summary>Mean of its words', by their length, 0–1; null without a word.</summary>
    public double? Confidence { get; }

    /// <summary>Something illegible is as high as two lines: small print that was taken for one line, beside a letterhead's large one.</summary>
    public bool HasSqueezedLines => pieces.Any(IsSqueezed);

    /// <summary>Askew by more than a degree and a half, where tesseract takes whole paragraphs for no text and says nothing.</summary>
    public bool IsAskew => UprightWords.Slope(pieces) is > MostSlope or < -MostSlope;

    /// <summary>How many letters it is sure of.</summary>
    public int SureLetters => pieces.SelectMany(piece => piece).Where(word => word.Confidence >= Sure).Sum(word => word.Text.Length);

    /// <param name="tsv">What tesseract wrote.</param>
    /// <param name="page">From 0.</param>
    /// <param name="resolution">Of the picture, dots per inch.</param>
    public static TesseractPage Parse(string tsv, int page, double resolution)
    {
        var scale = PointsPerInch / resolution;
        double width = 0, height = 0;
        var words = new List<ScannedWord>();
        foreach (var row in tsv.Split('\n').Skip(1))
        {
            var columns = row.Split('\t');
            if (columns.Length < 12) continue;
            if (columns[0] == "1") (width, height) = (Number(columns[8]) * scale, Number(columns[9]) * scale);
            if (columns[0] != "5" || string.IsNullOrWhiteSpace(columns[11])) continue;
            var confidence = Number(columns[10]) / 100;
            if (confidence < Speck && !columns[11].Any(char.IsLetterOrDigit)) continue;
            words.Add(new ScannedWord(
                $"{columns[2]}.{columns[3]}.{columns[4]}", columns[11].Trim(), confidence,
                Number(columns[6]) * scale, Number(columns[7]) * scale, Number(columns[8]) * scale, Number(columns[9]) * scale));
        }

        (words, height) = UprightWords.Of(words, width, height);
        return new([.. words.GroupBy(word => word.Line).SelectMany(line => Pieces([.. line]))], page, height);
    }

    /// <summary>The same page, with what another look at it made of the squeezed lines.</summary>
    public TesseractPage Mended(TesseractPage other)
    {
        var legible = pieces.Where(piece => !IsSqueezed(piece)).SelectMany(piece => piece).ToList();
        return new([.. pieces.SelectMany(piece => IsSqueezed(piece) ? other.Inside(piece, legible) is { Count: > 0 } better ? better : [piece] : [piece])], page, height);
    }

    private List<List<ScannedWord>> Inside(List<ScannedWord> squeezed, List<ScannedWord> legible)
    {
        var (left, right) = (squeezed.Min(word => word.Left), squeezed.Max(word => word.Right));
        var (top, bottom) = (squeezed.Min(word => word.Top), squeezed.Max(word => word.Bottom));
        return [.. pieces.Select(piece => piece.FindAll(IsInside)).Where(piece => piece.Count > 0 && Legibility(piece) >= Sure)];

        bool IsInside(ScannedWord word) =>
            word.Middle is var (across, down) && across >= left && across <= right && down >= top && down <= bottom
            && !legible.Exists(known => across >= known.Left && across <= known.Right && down >= known.Top && down <= known.Bottom);
    }

    private bool IsSqueezed(List<ScannedWord> piece) => !IsLegible(piece) && piece.Exists(word => word.Height > Squeezed * usualHeight);

    private static double Number(string column) => double.Parse(column, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A line; what is hardly legible in another column of it, often two lines squeezed into one, stands by itself.</summary>
    private static IEnumerable<List<ScannedWord>> Pieces(List<ScannedWord> line)
    {
        var columns = new List<List<ScannedWord>> { new() { line[0] } };
        var tall = Median(line.Select(word => word.Height));
        for (var i = 1; i < line.Count; i++)
        {
            if (IsColumn(line[i - 1], line[i], tall)) columns.Add([]);
            columns[^1].Add(line[i]);
        }

        var legible = columns.Where(IsLegible).SelectMany(column => column).ToList();
        if (legible.Count > 0) yield return legible;
        foreach (var column in columns.Where(column => !IsLegible(column))) yield return column;
    }

    private static bool IsLegible(List<ScannedWord> column) => Legibility(column) >= Speck;

    private static double Legibility(List<ScannedWord> words) =>
        words.Sum(word => word.Confidence * word.Text.Length) / words.Sum(word => word.Text.Length);

    private static bool IsColumn(ScannedWord left, ScannedWord right, double tall) => right.Left - left.Right > 2.5 * tall;

    private PdfLine Line(IReadOnlyList<ScannedWord> words)
    {
        var tall = Median(words.Select(word => word.Height));
        var text = new StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++) text.Append(IsColumn(words[i - 1], words[i], tall) ? '\t' : ' ').Append(words[i].Text);

        var bottom = Median(Standing(words).Select(word => word.Bottom));
        return new PdfLine
        {
            Text = text.ToString(),
            Page = page,
            Left = words[0].Left,
            Right = words[^1].Right,
            Baseline = height - bottom,
            Size = tall,
            FirstWordWidth = words[0].Width,
            Height = height > 0 ? bottom / height : 0.5,
        };
    }

    /// <summary>The words that reach no deeper than the baseline.</summary>
    private static IEnumerable<ScannedWord> Standing(IReadOnlyList<ScannedWord> words)
    {
        var standing = words.Where(word => word.Text.AsSpan().IndexOfAny(Deep) < 0).ToList();
        return standing.Count > 0 ? standing : words;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
