namespace Remiss.Extractor.Text;

/// <summary>The names that word processors give to the styles of headings.</summary>
internal static class HeadingName
{
    /// <summary>"heading 1", "Heading1", "Rubrik 1" in their Swedish and English spellings; "Title" and "Rubrik" are the top.</summary>
    public static int? Level(string name)
    {
        var compact = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (compact is "title" or "rubrik" or "titel") return 1;
        if (compact is "subtitle" or "underrubrik") return 2;
        foreach (var stem in (ReadOnlySpan<string>)["heading", "rubrik"])
        {
            if (compact.Length == stem.Length + 1 && compact.StartsWith(stem, StringComparison.Ordinal) && compact[^1] is >= '1' and <= '6')
                return compact[^1] - '0';
        }

        return null;
    }
}
