using Remiss.Compilation.Choices;

namespace Remiss.Compilation.Report;

/// <summary>Where the coordinator's choices rest on an answer that no longer counts, or were made before an answer came.</summary>
internal static class ChangedSources
{
    public static IReadOnlyList<ChangedSource> Of(SavedChoices? saved, IReadOnlyList<RecipientStanding> standings, IReadOnlyList<AnswerText> answers)
    {
        if (saved is null) return [];
        var lost = answers.Where(a => a.Lost > 0).ToDictionary(a => a.Standing.Recipient.Organisation, a => a.Lost, StringComparer.Ordinal);
        var chosen = saved.Choices.Recipients.Select(r => r.Organisation).ToHashSet(StringComparer.Ordinal);
        var written = saved.Choices.Summary is not null || saved.Choices.Assessment.Count > 0 || saved.Choices.Proposal.Count > 0;
        var on = SwedishText.Date(Cases.SwedishTime.Date(saved.At));
        List<ChangedSource> changes = [];
        foreach (var standing in standings)
        {
            var organisation = standing.Recipient.Organisation;
            var before = saved.Answers.GetValueOrDefault(organisation);
            if (before == standing.Answer?.Sha256 || (!written && !chosen.Contains(organisation))) continue;
            var what = (before, standing.Answer) switch
            {
                (null, _) => $"{standing.Name} har svarat efter att texterna skrevs {on}.",
                (_, null) => $"{SwedishText.Genitive(standing.Name)} svar, som gällde när texterna skrevs {on}, gäller inte längre.",
                _ => $"{SwedishText.Genitive(standing.Name)} svar har ersatts efter att texterna skrevs {on}.",
            };
            changes.Add(new(organisation, $"{what}{LostOf(lost.GetValueOrDefault(organisation))}"));
        }

        changes.AddRange(
            from answer in answers
            let organisation = answer.Standing.Recipient.Organisation
            where answer.Lost > 0 && changes.TrueForAll(c => c.Organisation != organisation)
            select new ChangedSource(organisation, $"{SwedishText.Genitive(answer.Standing.Name)} svar har en annan text än när citaten valdes {on}.{LostOf(answer.Lost)}"));
        return changes;
    }

    private static string LostOf(int count) => count switch
    {
        0 => "",
        1 => " Ett valt citat finns inte i svaret och har utelämnats.",
        _ => $" {SwedishText.Capitalised(SwedishText.Number(count))} valda citat finns inte i svaret och har utelämnats.",
    };
}
