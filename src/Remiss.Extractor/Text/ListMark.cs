namespace Remiss.Extractor.Text;

/// <summary>The sign that opens a list item.</summary>
internal static class ListMark
{
    private const string Bullets = "•·●○◦▪■□▫➢➤►‣⁃✓✔☐☒∙*";

    /// <summary>The length of the mark at the start of the line, without the blank after it; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.Length < 3) return 0;
        var length = Bullets.Contains(line[0]) || line[0] is '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC' ? 1
            : line[0] is '-' or '–' or '—' ? 1
            : Numbered(line);
        return length > 0 && length + 1 < line.Length && char.IsWhiteSpace(line[length]) ? length : 0;
    }

    public static bool Opens(ReadOnlySpan<char> line) => Length(line) > 0;

    /// <summary>A sign that is hardly ever anything but a list mark, unlike a dash or a number.</summary>
    public static bool IsBullet(ReadOnlySpan<char> line) => Length(line) > 0 && line[0] is not ('-' or '–' or '—') && !char.IsLetterOrDigit(line[0]) && line[0] != '(';

    private static int Numbered(ReadOnlySpan<char> line)
    {
        var at = line[0] == '(' ? 1 : 0;
        var start = at;
        while (at < line.Length && at - start < 2 && char.IsAsciiDigit(line[at])) at++;
        if (at == start && char.IsAsciiLetterLower(line[at])) at++;
        if (at == start || at >= line.Length) return 0;
        return line[at] == ')' || (line[at] == '.' && start == 0 && char.IsAsciiDigit(line[at - 1])) ? at + 1 : 0;
    }
}
