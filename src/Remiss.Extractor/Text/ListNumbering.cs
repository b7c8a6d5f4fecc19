using System.Globalization;
using System.Text;

namespace Remiss.Extractor.Text;

/// <summary>Counts the numbers and bullets that a word processor puts before paragraphs and that no text holds: "§ 12", "2.1", "a)", "•".</summary>
internal sealed class ListNumbering
{
    public const int Levels = 9;

    private readonly Dictionary<string, string> schemeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Level?[]> schemes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, int Level), int> starts = [];
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> restarted = new(StringComparer.Ordinal);

    /// <summary>The levels of a kind of list, to be filled in; lists of the same kind count on from each other.</summary>
    public Level?[] AddScheme(string id)
    {
        var scheme = new Level?[Levels];
        schemes.TryAdd(id, scheme);
        return scheme;
    }

    public void AddList(string number, string scheme) => schemeOf.TryAdd(number, scheme);

    public void StartAt(string number, int level, int from) => starts[(number, level)] = from;

    /// <summary>The next paragraph of the list is its first again.</summary>
    public void Restart(string number)
    {
        if (schemeOf.TryGetValue(number, out var scheme)) counters.Remove(scheme);
    }

    /// <summary>Counts one paragraph of the list and gives what stands before it; empty when the list is unknown.</summary>
    public string Next(string number, int levelIndex)
    {
        levelIndex = Math.Clamp(levelIndex, 0, Levels - 1);
        if (!schemeOf.TryGetValue(number, out var schemeId) || !schemes.TryGetValue(schemeId, out var scheme)
            || scheme[levelIndex] is not { } level) return "•";
        if (level.Format is "bullet") return "•";
        if (level.Format is "none") return "";

        if (!counters.TryGetValue(schemeId, out var counts)) counters[schemeId] = counts = new int[Levels];
        if (restarted.Add(number))
        {
            foreach (var ((startNumber, startLevel), start) in starts)
            {
                if (startNumber == number) counts[startLevel] = start - 1;
            }
        }
        else if (counts[levelIndex] == 0)
        {
            counts[levelIndex] = level.Start - 1;
        }

        if (counts[levelIndex] == 0 && !starts.ContainsKey((number, levelIndex))) counts[levelIndex] = level.Start - 1;
        counts[levelIndex]++;
        Array.Clear(counts, levelIndex + 1, Levels - levelIndex - 1);
        return Mark(scheme, level, counts);
    }

    private static string Mark(Level?[] scheme, Level level, int[] counts)
    {
        var mark = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var index = level.Text[++i] - '1';
                mark.Append(Format(scheme[index]?.Format ?? "decimal", Math.Max(counts[index], 1)));
            }
            else
            {
                mark.Append(level.Text[i]);
            }
        }

        return mark.ToString().Trim();
    }

    private static string Format(string format, int value) => format switch
    {
        "lowerLetter" => Letter(value, 'a'),
        "upperLetter" => Letter(value, 'A'),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "upperRoman" => Roman(value),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letter(int value, char first) => new((char)(first + ((value - 1) % 26)), Math.Min(((value - 1) / 26) + 1, 10));

    private static string Roman(int value)
    {
        if (value > 3_999) return value.ToString(CultureInfo.InvariantCulture);
        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
        ];
        var roman = new StringBuilder();
        foreach (var (unit, sign) in signs)
        {
            for (; value >= unit; value -= unit) roman.Append(sign);
        }

        return roman.ToString();
    }

    /// <summary>What one level of a list looks like.</summary>
    internal sealed class Level
    {
        public int Start { get; set; } = 1;

        /// <summary>As WordprocessingML names it: decimal, lowerLetter, upperRoman, bullet, none …</summary>
        public string Format { get; set; } = "decimal";

        /// <summary>With <c>%1</c> to <c>%9</c> where the numbers of the levels go.</summary>
        public string Text { get; set; } = "";
    }
}
