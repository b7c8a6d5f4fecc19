namespace Remiss.Cases;

/// <summary>How alike two names are written, 0–1, by the letters that must be changed. Likeness only suggests; it never decides who is meant.</summary>
internal static class NameLikeness
{
    /// <summary>Takes time by the product of the lengths: the caller bounds them, to a few hundred characters at most.</summary>
    public static double Of(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return 1 - ((double)row[b.Length] / Math.Max(a.Length, b.Length));
    }
}
