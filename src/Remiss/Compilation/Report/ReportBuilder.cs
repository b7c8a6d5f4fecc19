using System.Globalization;
using Remiss.Cases;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Bilagor;
using Remiss.Compilation.Choices;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Compilation.Report;

/// <summary>From the ledger and the coordinator's choices to what the report says. Pure: the same values give the same model.</summary>
public static class ReportBuilder
{
    /// <param name="texts">The extracted texts of the answers, by SHA-256. An answer whose text is missing is attached but not quoted.</param>
    /// <param name="attestation">Of an earlier version of the report.</param>
    /// <exception cref="KeyNotFoundException">The register lacks a recipient or the coordinating body.</exception>
    public static ReportModel Build(
        CaseLedger ledger,
        Register register,
        IReadOnlyDictionary<string, DocumentText> texts,
        DateTimeOffset compiledAt,
        Coordinator coordinator,
        SavedChoices? saved = null,
        Attestation? attestation = null)
    {
        var remissCase = ledger.Case;
        var choices = saved?.Choices ?? ReportChoices.None;
        var author = register[remissCase.CoordinatingBody].DisplayName;
        var today = SwedishTime.Date(compiledAt);
        List<RecipientStanding> standings =
            [.. ledger.Recipients.OrderBy(r => r.Order).Select(r => RecipientStanding.Of(r, ledger, register))];
        var secret = ledger.Documents.Where(d => d.IsSecret).Select(d => (d.Organisation, d.Sha256)).ToHashSet();
        var bilagor = BilagaNumbering.Of(standings, attestation?.Bilagor ?? []).Select(b => b.WithSecrecy(secret)).ToList();
        List<AnswerText> answers =
        [
            .. from standing in standings
               where standing.Outcome is RecipientOutcome.Answered
               let bilaga = bilagor.HoldingAnswer(standing)!
               orderby bilaga.Number
               let choice = choices.Recipients.FirstOrDefault(c => c.Organisation == standing.Recipient.Organisation)
               select new AnswerText(standing, bilaga, standing.IsSecret ? null : texts.GetValueOrDefault(standing.Answer!.Sha256), choice),
        ];
        List<AnswerSection> sections = [.. answers.Select(a => a.Section())];
        List<TopicSection> topics = [.. remissCase.Topics.Select(t => TopicOf(t, answers))];
        var changes = ChangedSources.Of(saved, standings, answers);

        return new ReportModel
        {
            CaseId = remissCase.Id,
            Heading = HeadingOf(remissCase, author, coordinator, compiledAt, today),
            Summary = choices.Summary ?? SummaryText.Of(author, standings, topics, today),
            SummaryIsWritten = choices.Summary is not null,
            Matter = MatterText.Of(remissCase, author, standings),
            Answers = sections,
            WithoutAnswer =
            [
                .. standings.Where(s => s.Outcome is not RecipientOutcome.Answered).OrderBy(s => s.Outcome)
                    .Select(s => WithoutAnswer(s, bilagor.HoldingAnswer(s)?.Number, today)),
            ],
            Overview = [.. standings.Select(s => Row(s, bilagor.HoldingAnswer(s), today))],
            Topics = topics,
            Requests = [.. answers.Select(a => a.Extract(p => p.Kind is PassageKind.Request)).OfType<Extract>()],
            OwnView = new(choices.Assessment, choices.Proposal),
            Checks = [.. changes.Select(c => c.Sentence), .. DraftChecks.Of(ledger, standings, sections)],
            ChangedSources = changes,
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

    private static TopicSection TopicOf(Topic topic, List<AnswerText> answers) =>
        new(topic.Id, topic.Title, [.. answers.Select(a => a.Extract(p => p.Topic == topic.Id)).OfType<Extract>()]);

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
        RecipientOutcome.Answered when standing.IsSecret => "Omfattas av sekretess",
        RecipientOutcome.Answered => SwedishText.Capitalised(ReportWords.Of(standing.Stance)),
        RecipientOutcome.Declined => SwedishText.Capitalised(ReportWords.Of(Stance.Avstar)),
        RecipientOutcome.InReview => "Handling under granskning",
        RecipientOutcome.Withdrawn => "Omfattas inte längre",
        _ when standing.Recipient is { Extension.State: ExtensionState.Granted, Deadline: var until } && !SwedishCalendar.IsPast(until, today) =>
            $"Anstånd till {SwedishText.ShortDate(until)}",
        _ => "Har inte svarat",
    };
}
