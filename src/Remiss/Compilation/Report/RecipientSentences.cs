using Remiss.Cases;
using Remiss.Intake;

namespace Remiss.Compilation.Report;

/// <summary>What the report says about a recipient, besides its own words.</summary>
internal static class RecipientSentences
{
    /// <summary>For a recipient that has not answered.</summary>
    public static string Standing(RecipientStanding standing, int? bilaga, DateOnly today)
    {
        var outcome = Outcome(standing, bilaga, today);
        var addition = standing.Outcome switch
        {
            RecipientOutcome.Declined => Unsettled(standing),
            RecipientOutcome.InReview => Granted(standing.Recipient) ?? Undecided(standing.Recipient),
            RecipientOutcome.NotAnswered => Undecided(standing.Recipient),
            _ => null,
        };
        return addition is null ? outcome : $"{outcome} {addition}";
    }

    /// <summary>For a recipient that has answered.</summary>
    public static IEnumerable<string> Remarks(RecipientStanding standing)
    {
        var arrived = SwedishText.Date(standing.ArrivedOn!.Value);
        if (standing.ReplacedAnswerOf is { } first)
            yield return $"Svaret inkom {arrived} och ersätter ett tidigare svar som inkom {SwedishText.Date(first)}.";
        if (standing.Late)
        {
            var deadline = SwedishText.Date(standing.Recipient.Deadline);
            yield return standing.ReplacedAnswerOf is null
                ? $"Svaret inkom {arrived}, efter svarstidens utgång {deadline}."
                : $"Även det tidigare svaret inkom efter svarstidens utgång {deadline}.";
        }

        if (Granted(standing.Recipient) is { } granted) yield return granted;
        if (Unsettled(standing) is { } unsettled) yield return unsettled;
    }

    private static string Outcome(RecipientStanding standing, int? bilaga, DateOnly today) => standing.Outcome switch
    {
        RecipientOutcome.Declined when bilaga is { } number => $"{standing.Name} har avstått från att yttra sig (bilaga {number}).",
        RecipientOutcome.Declined => $"{standing.Name} har avstått från att yttra sig.",
        RecipientOutcome.Withdrawn => $"{standing.Name} omfattas inte längre av underremissen.",
        RecipientOutcome.InReview when standing.Open.Count == 0 =>
            $"{standing.Name} är noterat som svarande, men svaret finns inte bland de granskade handlingarna.",
        RecipientOutcome.InReview => $"{standing.Name} har inkommit med {Documents(standing.Open)}.",
        _ => NotAnswered(standing, SwedishCalendar.IsPast(standing.Recipient.Deadline, today)),
    };

    private static string NotAnswered(RecipientStanding standing, bool past)
    {
        var deadline = SwedishText.Date(standing.Recipient.Deadline);
        return (standing.Recipient.Extension?.State is ExtensionState.Granted, past) switch
        {
            (true, true) => $"{standing.Name} har inte svarat inom det beviljade anståndet, som gick ut {deadline}.",
            (true, false) => $"{standing.Name} har beviljats anstånd till och med {deadline} och har ännu inte svarat.",
            (false, true) => $"{standing.Name} har inte svarat inom svarstiden, som gick ut {deadline}.",
            (false, false) => $"{standing.Name} har ännu inte svarat. Svarstiden löper till och med {deadline}.",
        };
    }

    private static string? Granted(Recipient recipient) => recipient.Extension?.State is ExtensionState.Granted
        ? $"Anstånd har beviljats till och med {SwedishText.Date(recipient.Deadline)}."
        : null;

    private static string? Undecided(Recipient recipient) => recipient.Extension switch
    {
        null or { State: ExtensionState.Granted } => null,
        { State: ExtensionState.Refused } extension => $"En begäran om anstånd {SwedishText.Date(extension.RequestedOn)} har avslagits.",
        { Until: { } until } => $"Anstånd till och med {SwedishText.Date(until)} har begärts; begäran är inte avgjord.",
        _ => "Anstånd har begärts; begäran är inte avgjord.",
    };

    private static string? Unsettled(RecipientStanding standing) =>
        standing.Open.Count == 0 ? null : $"{standing.Name} har även inkommit med {Documents(standing.Open)}.";

    private static string Documents(IReadOnlyList<Document> open) => open.Count == 1
        ? "handling som ännu inte är granskad"
        : $"{SwedishText.Number(open.Count)} handlingar som ännu inte är granskade";
}
