namespace Remiss.Extractor.Ocr;

/// <summary>tesseract reads a page that lies on its side or its head, but says where its words are in the picture as it lies: here it is turned.</summary>
internal static class UprightWords
{
    private const int EnoughWords = 3;
    private const int LongLine = 5;

    public static (List<ScannedWord> Words, double Height) Of(List<ScannedWord> words, double width, double height)
    {
        var (across, down) = Direction(words);
        if (across >= Math.Abs(down)) return (words, height);
        if (-across > Math.Abs(down)) return (words.ConvertAll(word => word with { Left = width - word.Right, Top = height - word.Bottom }), height);
        return down > 0
            ? (words.ConvertAll(word => word with { Left = word.Top, Top = width - word.Right, Width = word.Height, Height = word.Width }), width)
            : (words.ConvertAll(word => word with { Left = height - word.Bottom, Top = word.Left, Width = word.Height, Height = word.Width }), width);
    }

    /// <summary>How far the lines fall for each point that they run; 0 where they are too few or short to tell.</summary>
    public static double Slope(IEnumerable<List<ScannedWord>> lines)
    {
        var slopes = lines.Where(line => line.Count >= LongLine).Select(line => Step(line[0], line[^1])).Where(step => step.Across > 0)
            .Select(step => step.Down / step.Across).Order().ToList();
        return slopes.Count > 0 ? slopes[slopes.Count / 2] : 0;
    }

    /// <summary>From the first word of each line to its last; few words tell nothing.</summary>
    private static (double Across, double Down) Direction(List<ScannedWord> words)
    {
        var (across, down) = (0.0, 0.0);
        foreach (var line in words.GroupBy(word => word.Line).Where(line => line.Count() >= EnoughWords))
        {
            var step = Step(line.First(), line.Last());
            across += step.Across;
            down += step.Down;
        }

        return (across, down);
    }

    private static (double Across, double Down) Step(ScannedWord first, ScannedWord last) =>
        (last.Middle.Across - first.Middle.Across, last.Middle.Down - first.Middle.Down);
}
