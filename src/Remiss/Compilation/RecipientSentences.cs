using Remiss.Cases;
using Remiss.Intake;

namespace Remiss.Compilation;

/// <summary>What the report says about a recipient, besides its own words.</summary>
internal static class RecipientSentences
{
    /// <summary>For a recipient that has not answered.</summary>
    public static string Standing(RecipientStanding standing, int? bilaga, DateOnly today)
    {
        var sentences = new List<string> { Outcome(standing, bilaga, today) };
        if (standing.Outcome is RecipientOutcome.InReview or RecipientOutcome.NotAnswered && Extension(standing.Recipient) is { } extension)
            sentences.Add(extension);
        if (standing.Outcome is RecipientOutcome.Declined && Unsettled(standing) is { } unsettled)
            sentences.Add(unsettled);
        return string.Join(' ', sentences);
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

        if (Extension(standing.Recipient) is { } extension) yield return extension;
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
        _ when standing.Recipient.Deadline < today =>
            $"{standing.Name} har inte svarat inom svarstiden, som gick ut {SwedishText.Date(standing.Recipient.Deadline)}.",
        _ => $"{standing.Name} har ännu inte svarat. Svarstiden löper till och med {SwedishText.Date(standing.Recipient.Deadline)}.",
    };

    private static string? Extension(Recipient recipient) => recipient.Extension switch
    {
        null => null,
        { State: ExtensionState.Granted } => $"Anstånd har beviljats till och med {SwedishText.Date(recipient.Deadline)}.",
        { State: ExtensionState.Refused } extension => $"En begäran om anstånd av {SwedishText.Date(extension.RequestedOn)} har avslagits.",
        { Until: { } until } => $"Anstånd till {SwedishText.Date(until)} har begärts; begäran är inte avgjord.",
        _ => "Anstånd har begärts; begäran är inte avgjord.",
    };

    private static string? Unsettled(RecipientStanding standing) =>
        standing.Open.Count == 0 ? null : $"{standing.Name} har även inkommit med {Documents(standing.Open)}.";

    private static string Documents(IReadOnlyList<Document> open) => open.Count == 1
        ? "handling som ännu inte är granskad"
        : $"{SwedishText.Number(open.Count)} handlingar som ännu inte är granskade";
}
