using Remiss.Intake.Classification;

namespace Remiss.Compilation.Report;

/// <summary>
/// The draft of Sammanfattning: how many were asked, what came of it, what those that answered think and
/// speak of most.
/// </summary>
internal static class SummaryText
{
    private const int MostTopics = 3;

    public static IReadOnlyList<string> Of(string coordinatingBody, IReadOnlyList<RecipientStanding> standings, IReadOnlyList<TopicSection> topics, DateOnly compiledOn)
    {
        if (standings.Count == 0) return [$"{coordinatingBody} har inte remitterat ärendet vidare."];

        var answered = standings.Where(s => s.Outcome is RecipientOutcome.Answered).ToList();
        List<string> paragraphs = [Response(coordinatingBody, standings, compiledOn)];
        if (answered.Where(s => !s.IsSecret).ToList() is { Count: > 0 } open) paragraphs.Add(Stances(open, isAll: open.Count == answered.Count));
        if (answered.Where(s => s.IsSecret).ToList() is { Count: > 0 } secret)
            paragraphs.Add($"{SwedishText.Join([.. secret.Select(s => SwedishText.Genitive(s.Name))])} svar omfattas av sekretess och återges inte.");
        if (MainPoints(topics) is { } points) paragraphs.Add(points);
        return paragraphs;
    }

    private static string Response(string coordinatingBody, IReadOnlyList<RecipientStanding> standings, DateOnly compiledOn)
    {
        var moment = $"vid sammanställningen {SwedishText.Date(compiledOn)} hade";
        if (standings is [var only])
            return $"{coordinatingBody} har remitterat ärendet vidare till {only.Name}, som {moment} {Participle(only.Outcome)}.";

        var outcomes = standings.GroupBy(s => s.Outcome).OrderBy(g => g.Key).ToList();
        var result = outcomes is [var all]
            ? All(all.Key, all.Count())
            : SwedishText.Join([.. outcomes.Select(g => $"{SwedishText.Number(g.Count())} {Participle(g.Key)}{NamesOf(g)}")]);
        return $"{coordinatingBody} har remitterat ärendet vidare till {SwedishText.Number(standings.Count)} remissinstanser. "
            + $"{SwedishText.Capitalised(moment)} {result}.";
    }

    private static string All(RecipientOutcome outcome, int count) => outcome is RecipientOutcome.NotAnswered
        ? "ingen svarat"
        : $"samtliga {SwedishText.Number(count)} {Participle(outcome)}";

    private static string Participle(RecipientOutcome outcome) => outcome switch
    {
        RecipientOutcome.Answered => "svarat",
        RecipientOutcome.Declined => "avstått från att yttra sig",
        RecipientOutcome.InReview => "inkommit med handling som ännu inte är granskad",
        RecipientOutcome.Withdrawn => "undantagits från underremissen",
        _ => "inte svarat",
    };

    /// <summary>Those that answered are named with their stance instead.</summary>
    private static string NamesOf(IGrouping<RecipientOutcome, RecipientStanding> group) =>
        group.Key is RecipientOutcome.Answered ? "" : $" ({SwedishText.Join([.. group.Select(s => s.Name)])})";

    private static string Stances(List<RecipientStanding> answered, bool isAll)
    {
        if (answered is [var only]) return $"{only.Name} {StanceWords.Predicate(only.Stance, "förslaget")}.";

        var groups = answered.GroupBy(s => s.Stance).OrderBy(g => g.Key).ToList();
        if (isAll && groups is [var all]) return $"Samtliga som har svarat {StanceWords.Predicate(all.Key, "förslaget")} ({Names(all)}).";

        return SwedishText.Join([.. groups.Select((g, i) => Clause(g, first: i == 0))]) + ".";
    }

    /// <summary>The topics that most answers speak of; null where none does.</summary>
    private static string? MainPoints(IReadOnlyList<TopicSection> topics)
    {
        var spoken = topics.Where(t => t.Extracts.Count > 0).OrderByDescending(t => t.Extracts.Count).Take(MostTopics).ToList();
        if (spoken.Count == 0) return null;
        var items = spoken.Select(t => $"{SwedishText.Uncapitalised(t.Title)} ({SwedishText.Join([.. t.Extracts.Select(e => e.Name)])})");
        return $"Synpunkterna gäller främst {SwedishText.Join([.. items])}.";
    }

    private static string Clause(IGrouping<Stance, RecipientStanding> group, bool first)
    {
        var count = SwedishText.Number(group.Count());
        var unit = group.Count() == 1 ? "remissinstans" : "remissinstanser";
        var subject = first ? $"{SwedishText.Capitalised(count)} {unit}" : count;
        return $"{subject} {StanceWords.Predicate(group.Key, first ? "förslaget" : "det")} ({Names(group)})";
    }

    private static string Names(IEnumerable<RecipientStanding> standings) => SwedishText.Join([.. standings.Select(s => s.Name)]);
}
