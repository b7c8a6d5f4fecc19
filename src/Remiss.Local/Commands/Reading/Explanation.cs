using System.Globalization;
using System.Text;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands.Reading;

/// <summary>Says in Swedish what a document was taken for and why, so that a coordinator can follow it.</summary>
internal static class Explanation
{
    private const int LongestQuote = 300;

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static string Of(ClassifyLine line, DocumentText text)
    {
        var told = new StringBuilder().AppendLine(line.File);
        if (line is not { Type: { } type, Stance: { } stance })
            return told.Append(CultureInfo.InvariantCulture, $"  Filen kunde inte läsas: {string.Join(", ", line.Reasons)}").ToString();

        Tell(told, line, text, "Dokumenttyp", $"{RemissJson.Label(type)} ({Percent(line.TypeConfidence)})", "type");
        Tell(told, line, text, "Ställningstagande", $"{RemissJson.Label(stance)} ({Percent(line.StanceConfidence)})", "stance");
        Tell(told, line, text, "Talar också med", null, "stance_rival");
        Tell(told, line, text, "Avsändare", line.Organisation is { } o ? $"{o.Name} ({Percent(o.Confidence)})" : "okänd", "organisation");
        Tell(told, line, text, "Ärende", line.Case?.Dnr ?? "okänt", "case");
        Tell(told, line, text, "Datum", line.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "saknas", "date");
        Tell(told, line, text, "Beslutat eller undertecknat av", line.Signatory?.Name ?? "saknas", "signatory");
        if (line.Dnr.Own.Count > 0) told.AppendLine(CultureInfo.InvariantCulture, $"  Avsändarens diarienummer: {string.Join(", ", line.Dnr.Own)}");
        if (line.Dnr.Counterpart.Count > 0) told.AppendLine(CultureInfo.InvariantCulture, $"  Motpartens diarienummer: {string.Join(", ", line.Dnr.Counterpart)}");
        if (!line.Review) return told.Append("  Godtas utan granskning.").ToString();
        told.Append("  Behöver granskas:");
        foreach (var reason in line.Reasons) told.AppendLine().Append("    – ").Append(reason);
        return told.ToString();
    }

    private static void Tell(StringBuilder told, ClassifyLine line, DocumentText text, string heading, string? value, string label)
    {
        var evidence = line.Evidence.Where(e => e.Label == label).ToList();
        if (value is null && evidence.Count == 0) return;
        told.Append("  ").Append(heading).Append(value is null ? ":" : ": ").AppendLine(value);
        foreach (var e in evidence) told.Append("    – ").AppendLine(e.Rule + Quote(e, text));
    }

    private static string Quote(Evidence evidence, DocumentText text)
    {
        if (evidence.Length == 0) return "";
        var quote = text.Text.Substring(evidence.Start, Math.Min(evidence.Length, LongestQuote)).ReplaceLineEndings(" ").Trim();
        return $": ”{quote}{(evidence.Length > LongestQuote ? " …" : "")}” (sida {text.PageAt(evidence.Start).ToString(Swedish)})";
    }

    private static string Percent(double? share) => (share ?? 0).ToString("P0", Swedish);
}
