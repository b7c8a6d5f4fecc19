using System.Text.RegularExpressions;
using Remiss.Intake.Classification.Numbers;

namespace Remiss.Compilation.Checking;

/// <summary>The case's number, and numbers that are not its.</summary>
internal static class NumberRules
{
    private static readonly Regex Number = new(
        @"\b(?<dnr>[A-ZÅÄÖ]{2,6}[ \-–]{0,3}(?:19|20)\d\d\s?[/:\-–]\s?\d{1,6})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Check(CheckedReport report, CheckContext context)
    {
        var ours = context.Case.Dnr;
        var found = false;
        foreach (var line in report.Lines)
        {
            foreach (var dnr in Number.Matches(line.Text).Where(m => !IsDate(m, line.Text)).Select(m => m.Groups["dnr"].Value))
            {
                if (DnrShape.IsSame(dnr, ours)) found = true;
                else if (line.Answer is null && !IsKnown(dnr, context)) yield return Unknown(dnr, line, ours);
            }

            found |= DnrFinder.Holds(line.Text, ours);
        }

        if (!found)
        {
            yield return Finding.Error(
                FindingCodes.DnrMissing, report.End(ReportPart.Top), "", $"Ärendets diarienummer {ours} står ingenstans.", $"Skriv dnr {ours} vid rubriken.");
        }
    }

    /// <summary>"VD 2023-10-26" goes on as a date does.</summary>
    private static bool IsDate(Match match, string text) =>
        match.Index + match.Length + 1 < text.Length && text[match.Index + match.Length] is '-' && char.IsAsciiDigit(text[match.Index + match.Length + 1]);

    private static bool IsKnown(string dnr, CheckContext context) =>
        context.Case.EarlierDnr.Any(e => DnrShape.IsSame(dnr, e))
        || (context.Sources?.Ledger.Documents.Any(d => d.Classification?.Dnr.Own.Any(own => DnrShape.IsSame(dnr, own)) ?? false) ?? false);

    /// <summary>Above the first section, and where it shares all but one part with the case's, it is meant to be the case's.</summary>
    private static Finding Unknown(string dnr, ReportLine line, string ours)
    {
        var (theirParts, ourParts) = (DnrShape.Normalise(dnr).Split('/'), DnrShape.Normalise(ours).Split('/'));
        var shared = theirParts.Length == ourParts.Length ? theirParts.Zip(ourParts).Count(p => p.First == p.Second) : 0;
        return line.Part is ReportPart.Top || (shared > 0 && shared >= ourParts.Length - 1)
            ? Finding.Error(FindingCodes.DnrDiffers, line, dnr, "Diarienumret är inte ärendets.", $"Ärendet har {ours}.")
            : Finding.Note(FindingCodes.DnrUnknown, line, dnr, "Diarienumret är varken ärendets eller ett tidigare ärendes enligt ärendefilen.");
    }
}
