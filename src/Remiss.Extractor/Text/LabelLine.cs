namespace Remiss.Extractor.Text;

/// <summary>"Datum: 2023-10-06", "Er beteckning: KS 2023/740": a line of a letterhead or of a mail's head, never the next of a paragraph.</summary>
internal static class LabelLine
{
    public static bool Is(string line)
    {
        var colon = line.IndexOf(':');
        return colon is > 1 and <= 25 && char.IsUpper(line[0]) && colon + 1 < line.Length && line[colon + 1] == ' '
            && line.AsSpan(0, colon).Count(' ') <= 2;
    }
}
