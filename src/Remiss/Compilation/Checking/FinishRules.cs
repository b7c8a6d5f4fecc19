namespace Remiss.Compilation.Checking;

/// <summary>What stands between the report and its being finished: attestation, what is left to fill in, sections.</summary>
internal static class FinishRules
{
    private static readonly (ReportPart Part, string Name)[] Needed =
    [
        (ReportPart.Summary, "Sammanfattning"), (ReportPart.Matter, "Ärendet"), (ReportPart.Answers, "Underremiss"),
        (ReportPart.OwnView, "Koncernledningens synpunkter och förslag"), (ReportPart.Bilagor, "Bilagor"),
    ];

    public static IEnumerable<Finding> Check(CheckedReport report, CheckContext context)
    {
        foreach (var (part, name) in Needed.Where(n => !report.Has(n.Part)))
            yield return Finding.Note(FindingCodes.SectionMissing, new(new(0, 1, null), "", part), "", $"Avsnittet {name} saknas, eller har en annan rubrik.");

        foreach (var line in report.Lines.Where(l => l.Text.StartsWith("Att fylla i:", StringComparison.OrdinalIgnoreCase) || l.Text.StartsWith("Att kontrollera innan", StringComparison.OrdinalIgnoreCase)))
            yield return Finding.Error(FindingCodes.Unfinished, line, line.Text, "Utlåtandet är inte färdigt.", "Skriv texten, eller ta bort rutan.");

        var isAttested = report.Lines.Any(l => l.Part is ReportPart.Approval && DateRules.HoldsDate(l.Text) && l.Text.Count(char.IsLetter) > 3);
        if (!isAttested)
        {
            yield return Finding.Error(FindingCodes.NotAttested, report.End(ReportPart.Approval), "", "Utlåtandet är inte attesterat.", "Låt den som beslutar godkänna det: namn, titel och datum under Attesterat av.");
        }
        else if (context is { Sha256: { } sha256, Sources.Attestation: { } attestation } && sha256 != attestation.Document)
        {
            yield return Finding.Error(
                FindingCodes.AttestedDiffers,
                report.End(ReportPart.Approval),
                "",
                $"Filen är inte det dokument som {attestation.By.Name} attesterade {Report.SwedishText.Date(Cases.SwedishTime.Date(attestation.At))}.",
                "Attestera på nytt om ändringen ska gälla.");
        }
    }
}
