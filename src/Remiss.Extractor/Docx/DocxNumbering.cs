using System.Globalization;
using System.Text;
using System.Xml;

namespace Remiss.Extractor.Docx;

/// <summary>The numbers and bullets that Word puts before paragraphs and that no text holds: "§ 12", "2.1", "a)", "•".</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, string> schemeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Level[]> schemes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, int Level), int> starts = [];
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> restarted = new(StringComparer.Ordinal);

    public static DocxNumbering Read(DocxPackage package, string? part)
    {
        var result = new DocxNumbering();
        if (part is null) return result;

        Level[]? scheme = null;
        Level? level = null;
        string? number = null;
        var overridden = 0;
        package.Read(part, xml =>
        {
            if (xml.NodeType != XmlNodeType.Element) return;
            var value = xml.Word("val");
            switch (xml.LocalName)
            {
                case "abstractNum":
                    scheme = new Level[Levels];
                    result.schemes.TryAdd(xml.Word("abstractNumId") ?? "", scheme);
                    (level, number) = (null, null);
                    break;
                case "num":
                    (number, scheme, level) = (xml.Word("numId") ?? "", null, null);
                    break;
                case "abstractNumId" when number is not null:
                    result.schemeOf.TryAdd(number, value ?? "");
                    break;
                case "lvlOverride":
                    overridden = Index(xml.Word("ilvl"));
                    break;
                case "startOverride" when number is not null && Parse(value) is { } from:
                    result.starts[(number, overridden)] = from;
                    break;
                case "lvl":
                    level = new Level();
                    if (scheme is not null) scheme[Index(xml.Word("ilvl"))] = level;
                    break;
                case "start" when level is not null:
                    level.Start = Parse(value) ?? 1;
                    break;
                case "numFmt" when level is not null:
                    level.Format = value ?? "decimal";
                    break;
                case "lvlText" when level is not null:
                    level.Text = value ?? "";
                    break;
            }
        });
        return result;
    }

    /// <summary>Counts one paragraph of the list and gives what stands before it; empty when the list is unknown.</summary>
    public (string Mark, bool IsBullet) Next(string number, int levelIndex)
    {
        levelIndex = Math.Clamp(levelIndex, 0, Levels - 1);
        if (!schemeOf.TryGetValue(number, out var schemeId) || !schemes.TryGetValue(schemeId, out var scheme)
            || scheme[levelIndex] is not { } level) return ("•", true);
        if (level.Format is "bullet") return ("•", true);
        if (level.Format is "none") return ("", false);

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
        return (Mark(scheme, level, counts), false);
    }

    private static string Mark(Level[] scheme, Level level, int[] counts)
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

    private static int Index(string? value) => Math.Clamp(Parse(value) ?? 0, 0, Levels - 1);

    private static int? Parse(string? value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000 ? number : null;

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";
    }
}
