namespace Remiss.Extractor.PlainText;

internal static class WrapWidth
{
    private const int Shortest = 45;
    private const int Longest = 130;

    /// <summary>
    /// The width at which the text was wrapped by a program: many lines end just below it and hardly any goes beyond. 0 when it was not.
    /// </summary>
    public static int Of(IEnumerable<string> lines)
    {
        var counts = new int[Longest + 1];
        int wide = 0, measured = 0;
        foreach (var line in lines)
        {
            var length = line.AsSpan().TrimEnd().Length;
            if (length > Longest) wide++;
            else if (length >= Shortest) counts[length]++;
            if (length >= Shortest) measured++;
        }

        if (measured == 0 || wide * 10 > measured) return 0;

        var above = 0;
        var width = Longest;
        while (width > Shortest && (above + counts[width]) * 50 <= measured - wide) above += counts[width--];
        return width;
    }
}
