using System.Globalization;
using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Compilation;

/// <summary>From the ledger to what the report says. Pure: the same values give the same model.</summary>
public static class ReportBuilder
{
    /// <param name="texts">The extracted texts of the answers, by SHA-256. An answer whose text is missing is attached but not quoted.</param>
    /// <exception cref="KeyNotFoundException">The register lacks a recipient or the coordinating body.</exception>
    public static ReportModel Build(
        CaseLedger ledger,
        Register register,
        IReadOnlyDictionary<string, DocumentText> texts,
        DateTimeOffset compiledAt,
        Coordinator coordinator)
    {
        var remissCase = ledger.Case;
        var author = register[remissCase.CoordinatingBody].DisplayName;
        var today = SwedishTime.Date(compiledAt);
        List<RecipientStanding> standings =
            [.. ledger.Recipients.OrderBy(r => r.Order).Select(r => RecipientStanding.Of(r, ledger, register))];
        var bilagor = BilagaNumbering.Of(standings);
        var bilagaOf = bilagor.ToDictionary(b => b.Organisation, StringComparer.Ordinal);
        List<AnswerSection> answers =
        [
            .. standings.Where(s => s.Outcome is RecipientOutcome.Answered)
                .Select(s => AnswerText.Of(s, bilagaOf[s.Recipient.Organisation], texts.GetValueOrDefault(s.Answer!.Sha256))),
        ];

        return new ReportModel
        {
            CaseId = remissCase.Id,
            Heading = HeadingOf(remissCase, author, coordinator, compiledAt, today),
            Summary = SummaryText.Of(author, standings, today),
            Matter = MatterText.Of(remissCase, author, standings),
            Answers = answers,
            WithoutAnswer =
            [
                .. standings.Where(s => s.Outcome is not RecipientOutcome.Answered).OrderBy(s => s.Outcome)
                    .Select(s => WithoutAnswer(s, bilagaOf.GetValueOrDefault(s.Recipient.Organisation)?.Number, today)),
            ],
            Overview = [.. standings.Select(s => Row(s, bilagaOf.GetValueOrDefault(s.Recipient.Organisation), today))],
            Checks = DraftChecks.Of(ledger, standings, answers),
            Bilagor = bilagor,
        };
    }

    private static ReportHeading HeadingOf(
        RemissCase remissCase, string author, Coordinator coordinator, DateTimeOffset compiledAt, DateOnly today) => new(
        author,
        coordinator.Name,
        coordinator.Title,
        remissCase.Remitter,
        remissCase.Title.StartsWith("Remiss ", StringComparison.OrdinalIgnoreCase) ? remissCase.Title : $"Remiss av {remissCase.Title}",
        $"Svar på remiss från {remissCase.Remitter}, dnr {remissCase.Dnr}",
        remissCase.Dnr,
        compiledAt,
        today);

    private static RecipientWithoutAnswer WithoutAnswer(RecipientStanding standing, int? bilaga, DateOnly today) => new(
        standing.Recipient.Organisation, standing.Name, standing.Outcome, RecipientSentences.Standing(standing, bilaga, today), bilaga);

    private static StanceRow Row(RecipientStanding standing, Bilaga? bilaga, DateOnly today) => new(
        standing.Recipient.Organisation,
        standing.Name,
        Position(standing, today),
        standing.ArrivedOn is { } day ? SwedishText.ShortDate(day) + (standing.Late ? " (sent)" : "") : "–",
        bilaga?.Number.ToString(CultureInfo.InvariantCulture) ?? "–");

    private static string Position(RecipientStanding standing, DateOnly today) => standing.Outcome switch
    {
        RecipientOutcome.Answered => SwedishText.Capitalised(ReportWords.Of(standing.Stance)),
        RecipientOutcome.Declined => SwedishText.Capitalised(ReportWords.Of(Stance.Avstar)),
        RecipientOutcome.InReview => "Handling under granskning",
        RecipientOutcome.Withdrawn => "Omfattas inte längre",
        _ when standing.Recipient is { Extension.State: ExtensionState.Granted, Deadline: var until } && !SwedishCalendar.IsPast(until, today) =>
            $"Anstånd till {SwedishText.ShortDate(until)}",
        _ => "Har inte svarat",
    };
}
