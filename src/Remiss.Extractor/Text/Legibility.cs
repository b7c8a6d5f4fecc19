using System.Globalization;

namespace Remiss.Extractor.Text;

internal static class Legibility
{
    private const int Enough = 20;

    /// <summary>Letters that have no meaning outside their font, or none at all: the page shows text, the file does not hold it.</summary>
    public static bool IsGarbled(string text)
    {
        int seen = 0, meaningless = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            seen++;
            if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) meaningless++;
        }

        return seen >= Enough && meaningless * 10 > seen * 3;
    }
}
