using System.Globalization;
using Remiss.Cases;

namespace Remiss.Compilation.Report;

/// <summary>The inflections that the report needs, after Svenska skrivregler.</summary>
internal static class SwedishText
{
    private static readonly string[] Numbers =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

    /// <summary>
    /// Nothing is added after s, x and z, <c>:s</c> after an abbreviation in capitals or a number (<c>SISAB:s</c>,
    /// <c>Skolfastigheter i Stockholm AB:s</c>), <c>s</c> after everything else.
    /// </summary>
    public static string Genitive(string name)
    {
        var lastWord = name[(name.LastIndexOfAny([' ', '-']) + 1)..];
        if (lastWord.Length == 0 || "sxzSXZ".Contains(lastWord[^1])) return name;
        return lastWord.Any(char.IsLower) ? $"{name}s" : $"{name}:s";
    }

    /// <summary><c>A, B och C</c>.</summary>
    public static string Join(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} och {items[^1]}",
    };

    /// <summary>In words up to twelve, for something of common gender.</summary>
    public static string Number(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>For the middle of a sentence; a name in capitals stays as it is.</summary>
    public static string Uncapitalised(string text) =>
        text.Length < 2 || char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary><c>den 5 september 2023</c>.</summary>
    public static string Date(DateOnly date) => $"den {SwedishTime.MediumDate(date)}";

    /// <summary><c>2023-09-05</c>, for tables.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
