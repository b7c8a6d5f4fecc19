using System.Globalization;
using System.Text.RegularExpressions;

namespace Remiss.Intake.Classification.Dates;

/// <param name="HasYear">False for "den 6 maj", whose year the reader of the whole must supply.</param>
internal readonly record struct DateFound(DateOnly Date, int Start, int Length, bool HasYear);

/// <summary>Reads dates in every shape that offices write them.</summary>
internal static class DateReader
{
    private const string YearPart = @"(?<y>(?:19|20)\d\d)";
    private const string MonthName = @"(?<name>jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|jul(?:i)?|aug(?:usti)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static readonly Regex Written = new(
        @"\b(?<d>[0-3]?\d)(?::?[ea])?\s+" + MonthName + @"\b\.?,?(?:\s+" + YearPart + @"\b)?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Iso = new(
        @"\b" + YearPart + @"\s?[-–./]\s?(?<m>0?[1-9]|1[0-2])\s?[-–./]\s?(?<d>[12]\d|3[01]|0?[1-9])\b", RegexOptions.NonBacktracking);

    private static readonly Regex Slashed = new(
        @"\b(?<d>[0-3]?\d)/(?<m>1[0-2]|0?[1-9])(?:\s?[-–/ ]\s?(?<y>(?:19|20)?\d\d))?\b", RegexOptions.NonBacktracking);

    private static readonly Regex Dotted = new(@"\b(?<d>[0-3]?\d)\.(?<m>1[0-2]|0?[1-9])\.(?<y>(?:19|20)\d\d)\b", RegexOptions.NonBacktracking);

    private static readonly Regex SixDigits = new(@"\b(?<y>\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])\b", RegexOptions.NonBacktracking);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    /// <param name="sixDigits">Whether 240620 counts: only where a label says that a date stands there.</param>
    public static List<DateFound> Find(string text, int start, int length, bool sixDigits = false)
    {
        var found = new List<DateFound>();
        var range = text.AsSpan(start, length);
        if (!range.ContainsAnyInRange('0', '9')) return found;
        var part = range.ToString();
        foreach (var shape in sixDigits ? new[] { Iso, Written, Dotted, Slashed, SixDigits } : [Iso, Written, Dotted, Slashed])
        {
            foreach (Match match in shape.Matches(part))
            {
                if (Read(match) is not { } date) continue;
                if (found.Any(f => f.Start < start + match.Index + match.Length && start + match.Index < f.Start + f.Length)) continue;
                if (shape == Slashed && IsPartOfNumber(part, match)) continue;
                found.Add(new DateFound(date.Date, start + match.Index, match.Length, date.HasYear));
            }
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static (DateOnly Date, bool HasYear)? Read(Match match)
    {
        var year = match.Groups["y"] is { Success: true } y ? Number(y.Value) : 0;
        if (year is > 0 and < 100) year += year < 70 ? 2000 : 1900;
        var month = match.Groups["name"] is { Success: true } name
            ? Array.FindIndex(Months, m => name.Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1
            : Number(match.Groups["m"].Value);
        var day = Number(match.Groups["d"].Value);
        var hasYear = year > 0;
        // 29 February without a year must survive until the year is known.
        if (!hasYear) year = 2000;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateOnly(year, month, day), hasYear) : null;
    }

    private static bool IsPartOfNumber(string part, Match match)
    {
        var end = match.Index + match.Length;
        return match.Index > 0 && part[match.Index - 1] is ('/' or '-' or '.') || end < part.Length && part[end] is ('/' or ':');
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
