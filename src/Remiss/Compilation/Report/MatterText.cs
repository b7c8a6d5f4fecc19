using Remiss.Cases;

namespace Remiss.Compilation.Report;

/// <summary>The section Ärendet.</summary>
internal static class MatterText
{
    public static MatterSection Of(RemissCase remissCase, string coordinatingBody, IReadOnlyList<RecipientStanding> standings)
    {
        List<string> background = [.. remissCase.Background];
        if (remissCase.EarlierDnr is { Count: > 0 } earlier)
        {
            var word = earlier.Count == 1 ? "ett tidigare ärende" : "tidigare ärenden";
            background.Add($"Ärendet har samband med {word} ({SwedishText.Join([.. earlier.Select(dnr => $"dnr {dnr}")])}).");
        }

        return new(
            background,
            remissCase.Topics.Count == 0 ? null : "Synpunkter har efterfrågats i följande frågor:",
            [.. remissCase.Topics.Select(t => t.Title)],
            Remittal(remissCase, coordinatingBody, standings));
    }

    private static List<string> Remittal(RemissCase remissCase, string coordinatingBody, IReadOnlyList<RecipientStanding> standings)
    {
        var received = $"{remissCase.Remitter} har remitterat {What(remissCase)} till {coordinatingBody} för svar senast "
            + $"{SwedishText.Date(remissCase.RemitterDeadline)}.";
        if (standings.Count == 0) return [received];

        return
        [
            $"{received} {coordinatingBody} har i sin tur {SwedishText.Date(remissCase.RemittedOn)} remitterat ärendet vidare till "
                + $"{SwedishText.Join([.. standings.Select(s => s.Name)])} med svar senast {SwedishText.Date(remissCase.RecipientDeadline)}.",
            "Svaren återges i huvudsak, och med remissinstansernas egna ord, i nästa avsnitt. I sin helhet finns de i bilagorna.",
        ];
    }

    private static string What(RemissCase remissCase) => remissCase.Title.StartsWith("Remiss ", StringComparison.OrdinalIgnoreCase)
        ? $"ärendet (dnr {remissCase.Dnr})"
        : $"{remissCase.Title} (dnr {remissCase.Dnr})";
}
