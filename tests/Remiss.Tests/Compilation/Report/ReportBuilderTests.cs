using Remiss.Cases;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation.Report;

public sealed class ReportBuilderTests
{
    private readonly CaseInProgress inProgress = new();

    [Theory]
    [InlineData(RecipientStatus.Awaiting, null, false, RecipientOutcome.NotAnswered)]
    [InlineData(RecipientStatus.Awaiting, null, true, RecipientOutcome.InReview)]
    [InlineData(RecipientStatus.Awaiting, DocumentType.Remissvar, false, RecipientOutcome.Answered)]
    [InlineData(RecipientStatus.Responded, DocumentType.Remissvar, false, RecipientOutcome.Answered)]
    [InlineData(RecipientStatus.Responded, DocumentType.Protokollsutdrag, true, RecipientOutcome.Answered)]
    [InlineData(RecipientStatus.Responded, null, false, RecipientOutcome.InReview)]
    [InlineData(RecipientStatus.Responded, null, true, RecipientOutcome.InReview)]
    [InlineData(RecipientStatus.Declined, null, false, RecipientOutcome.Declined)]
    [InlineData(RecipientStatus.Declined, null, true, RecipientOutcome.Declined)]
    [InlineData(RecipientStatus.Declined, DocumentType.Avstar, false, RecipientOutcome.Declined)]
    [InlineData(RecipientStatus.Responded, DocumentType.Avstar, false, RecipientOutcome.Declined)]
    [InlineData(RecipientStatus.Withdrawn, null, false, RecipientOutcome.Withdrawn)]
    [InlineData(RecipientStatus.Withdrawn, null, true, RecipientOutcome.Withdrawn)]
    [InlineData(RecipientStatus.Withdrawn, DocumentType.Remissvar, false, RecipientOutcome.Withdrawn)]
    public void The_outcome_follows_from_status_counting_document_and_what_waits(
        RecipientStatus status, DocumentType? counting, bool waits, RecipientOutcome expected)
    {
        var standing = Standing(status, counting, waits);

        Assert.Equal(expected, standing.Outcome);
        Assert.Equal(counting is not null && expected is not RecipientOutcome.Withdrawn, standing.Answer is not null);
    }

    /// <summary>Every sequence of four situations out of seven, 2,401 cases.</summary>
    [Fact]
    public void Every_recipient_stands_once_and_bilagor_are_numbered_without_gaps()
    {
        for (var combination = 0; combination < 7 * 7 * 7 * 7; combination++)
        {
            var target = new CaseInProgress();
            for (var (i, rest) = (0, combination); i < 4; i++, rest /= 7) AddSituation(target, $"r{i}", rest % 7);

            var model = target.Compile();

            Assert.Equal(
                ["r0", "r1", "r2", "r3"],
                model.Answers.Select(a => a.Organisation).Concat(model.WithoutAnswer.Select(w => w.Organisation)).Order());
            Assert.Equal(["r0", "r1", "r2", "r3"], model.Overview.Select(r => r.Organisation));
            Assert.Equal(Enumerable.Range(1, model.Bilagor.Count), model.Bilagor.Select(b => b.Number));
            Assert.Equal(
                model.Answers.Select(a => (int?)a.Bilaga).Concat(model.WithoutAnswer.Select(w => w.Bilaga)).OfType<int>(),
                model.Bilagor.Select(b => b.Number));
            Assert.Equal(model.Bilagor.Count, model.Overview.Count(r => r.Bilaga != "–"));
            if (model.Answers.Count == 0 && model.WithoutAnswer.DistinctBy(w => w.Outcome).Count() == 1) continue;
            Assert.All(model.Overview, r => Assert.Contains(r.Name, string.Join(' ', model.Summary), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Sections_stand_in_case_order_and_declines_take_the_numbers_after_the_answers()
    {
        inProgress.Recipient("nej", "Nej AB").Recipient("sisab", "SISAB").Recipient("hem", "AB Stockholmshem");
        inProgress.Counts(inProgress.Add("nej", type: DocumentType.Avstar));
        inProgress.Counts(inProgress.Add("hem"));
        inProgress.Counts(inProgress.Add("sisab"));

        var model = inProgress.Compile();

        Assert.Equal(
            [
                "SISAB:s remissvar har i huvudsak följande lydelse (bilaga 1)",
                "AB Stockholmshems remissvar har i huvudsak följande lydelse (bilaga 2)",
            ],
            model.Answers.Select(a => a.Heading));
        Assert.Equal("Nej AB har avstått från att yttra sig (bilaga 3).", Assert.Single(model.WithoutAnswer).Sentence);
        Assert.Equal(
            ["SISAB:s remissvar", "AB Stockholmshems remissvar", "Nej AB:s besked att avstå från yttrande"], model.Bilagor.Select(b => b.Title));
    }

    [Fact]
    public void Several_files_of_one_answer_share_a_number()
    {
        inProgress.Recipient("a").Recipient("b");
        inProgress.Add("a", type: DocumentType.Bilaga, fileName: "lös karta.pdf");
        inProgress.Add("a", type: DocumentType.Bilaga, fileName: "karta.pdf", parent: "mail", arrivedAt: CaseInProgress.TooLate);
        inProgress.Counts(inProgress.Add("a", fileName: "svar.docx", parent: "mail"));
        inProgress.Add("a", type: DocumentType.Protokollsutdrag, fileName: "protokoll.pdf", parent: "mail");
        inProgress.Add("a", type: DocumentType.Bilaga, fileName: "granskas.pdf", state: DocumentState.Review, parent: "mail");
        inProgress.Add("a", type: DocumentType.Kvittens, fileName: "kvittens.pdf", parent: "mail");
        inProgress.Counts(inProgress.Add("b", fileName: "b.pdf"));

        var model = inProgress.Compile();

        Assert.Equal(
            ["1a svar.docx", "1b protokoll.pdf", "1c karta.pdf", "1d lös karta.pdf", "2 b.pdf"],
            model.Bilagor.SelectMany(b => b.Files).Select(f => $"{f.Label} {f.FileName}"));
    }

    [Fact]
    public void After_z_the_letters_double()
    {
        inProgress.Recipient("a");
        inProgress.Counts(inProgress.Add("a"));
        for (var i = 0; i < 27; i++) inProgress.Add("a", type: DocumentType.Bilaga, fileName: $"{i:D2}.pdf");

        Assert.Equal(["1z", "1aa", "1bb"], Assert.Single(inProgress.Compile().Bilagor).Files.Skip(25).Select(f => f.Label));
    }

    [Theory]
    [InlineData("2023-09-29T21:59:00Z", false)]
    [InlineData("2023-09-29T22:01:00Z", true)]
    public void Late_is_counted_in_Swedish_days(string arrivedAt, bool late)
    {
        inProgress.Recipient("a");
        inProgress.Counts(inProgress.Add("a", arrivedAt: DateTimeOffset.Parse(arrivedAt, System.Globalization.CultureInfo.InvariantCulture)));

        var model = inProgress.Compile();

        Assert.Equal(late, Assert.Single(model.Answers).Late);
        Assert.Equal(late, Assert.Single(model.Overview).Arrived.EndsWith("(sent)", StringComparison.Ordinal));
        Assert.Equal(late, model.Answers[0].Remarks.Contains("Svaret inkom den 30 september 2023, efter svarstidens utgång den 29 september 2023."));
    }

    [Fact]
    public void A_deadline_on_a_holiday_is_kept_by_the_next_working_day()
    {
        inProgress.Recipient("a", deadline: new(2023, 9, 30));
        inProgress.Counts(inProgress.Add("a", arrivedAt: new(2023, 10, 2, 12, 0, 0, TimeSpan.Zero)));

        Assert.False(Assert.Single(inProgress.Compile().Answers).Late);
    }

    [Fact]
    public void A_late_correction_of_a_timely_answer_is_told_but_not_called_late()
    {
        inProgress.Recipient("a");
        inProgress.Counts(inProgress.Add("a", stance: Stance.Avstyrker));
        inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, arrivedAt: CaseInProgress.TooLate));

        var answer = Assert.Single(inProgress.Compile().Answers);

        Assert.False(answer.Late);
        Assert.Equal(Stance.Tillstyrker, answer.Stance);
        Assert.Equal(["Svaret inkom den 3 oktober 2023 och ersätter ett tidigare svar som inkom den 20 september 2023."], answer.Remarks);
    }

    [Theory]
    [InlineData(ExtensionState.Granted, "2023-10-13", "X AB har beviljats anstånd till och med den 13 oktober 2023 och har ännu inte svarat.")]
    [InlineData(ExtensionState.Granted, "2023-10-03", "X AB har inte svarat inom det beviljade anståndet, som gick ut den 3 oktober 2023.")]
    [InlineData(ExtensionState.Requested, "2023-10-13", "X AB har ännu inte svarat. Svarstiden löper till och med den 13 oktober 2023. Anstånd till och med den 20 oktober 2023 har begärts; begäran är inte avgjord.")]
    [InlineData(ExtensionState.Refused, "2023-09-29", "X AB har inte svarat inom svarstiden, som gick ut den 29 september 2023. En begäran om anstånd den 25 september 2023 har avslagits.")]
    [InlineData(null, "2023-09-29", "X AB har inte svarat inom svarstiden, som gick ut den 29 september 2023.")]
    [InlineData(null, "2023-10-05", "X AB har ännu inte svarat. Svarstiden löper till och med den 5 oktober 2023.")]
    public void Who_has_not_answered_is_named_with_deadline_and_extension(ExtensionState? state, string deadline, string expected)
    {
        var extension = state is { } s ? new Extension(s, new(2023, 9, 25), new(2023, 10, 20), "sha") : null;
        inProgress.Recipient("x", "X AB", extension: extension, deadline: DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, Assert.Single(inProgress.Compile().WithoutAnswer).Sentence);
    }

    [Fact]
    public void An_extension_that_was_granted_is_told_beside_the_answer()
    {
        inProgress.Recipient("a", extension: new(ExtensionState.Granted, new(2023, 9, 25), null, "sha"), deadline: new(2023, 10, 13));
        inProgress.Counts(inProgress.Add("a", arrivedAt: CaseInProgress.TooLate));

        var answer = Assert.Single(inProgress.Compile().Answers);

        Assert.False(answer.Late);
        Assert.Equal(["Anstånd har beviljats till och med den 13 oktober 2023."], answer.Remarks);
    }

    [Fact]
    public void What_waits_for_a_person_is_named_where_it_belongs_and_listed_to_be_checked()
    {
        inProgress.Recipient("a", "A AB").Recipient("b", "B AB");
        inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, text: "Ja.", passages: ["Ja."]));
        inProgress.Add("a", state: DocumentState.NeedsOcr, fileName: "skannat.pdf");
        inProgress.Add("b", state: DocumentState.Review, fileName: "vad.pdf");
        inProgress.Add("b", state: DocumentState.Received, fileName: "nyss.pdf");
        inProgress.Add("_", state: DocumentState.Review, fileName: "vem.pdf");

        var model = inProgress.Compile();

        Assert.Equal("B AB har inkommit med två handlingar som ännu inte är granskade.", Assert.Single(model.WithoutAnswer).Sentence);
        Assert.Equal(["A AB har även inkommit med handling som ännu inte är granskad."], model.Answers[0].Remarks);
        Assert.Equal(
            [
                "Handling från A AB väntar på granskning: skannat.pdf.",
                "Handling från B AB väntar på granskning: vad.pdf.",
                "Handling från B AB väntar på granskning: nyss.pdf.",
                "En handling kommer inte från någon av remissinstanserna: vem.pdf.",
            ],
            model.Checks);
    }

    [Fact]
    public void The_summary_counts_answers_and_names_each_group_of_stances()
    {
        inProgress.Recipient("a", "A AB").Recipient("b", "B AB").Recipient("c", "C AB").Recipient("d", "D AB").Recipient("e", "E AB");
        inProgress.Counts(inProgress.Add("a", stance: Stance.IngenErinran));
        inProgress.Counts(inProgress.Add("b", stance: Stance.TillstyrkerMedSynpunkter));
        inProgress.Counts(inProgress.Add("c", stance: Stance.IngenErinran));
        inProgress.Counts(inProgress.Add("d", type: DocumentType.Avstar, stance: Stance.Avstar));

        Assert.Equal(
            [
                "Stockholms Stadshus AB har remitterat ärendet vidare till fem remissinstanser. Vid sammanställningen den 5 oktober 2023 "
                    + "hade tre svarat, en avstått från att yttra sig (D AB) och en inte svarat (E AB).",
                "En remissinstans tillstyrker förslaget med synpunkter (B AB) och två har ingen erinran mot det (A AB och C AB).",
            ],
            inProgress.Compile().Summary);
    }

    [Fact]
    public void The_summary_reads_well_when_all_agree()
    {
        inProgress.Recipient("a", "A AB").Recipient("b", "B AB");
        inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker));
        inProgress.Counts(inProgress.Add("b", stance: Stance.Tillstyrker));

        var summary = inProgress.Compile().Summary;

        Assert.EndsWith("hade samtliga två svarat.", summary[0], StringComparison.Ordinal);
        Assert.Equal("Samtliga som har svarat tillstyrker förslaget (A AB och B AB).", summary[1]);
    }

    [Fact]
    public void The_matter_tells_who_remitted_it_and_to_whom_it_went_on()
    {
        inProgress.Recipient("a", "A AB").Recipient("b", "B AB");
        inProgress.Case = inProgress.Case with
        {
            Background = ["Bakgrund."],
            EarlierDnr = ["KS 2019/656", "KS 2015/1"],
            Topics = [new("ett", "Första frågan"), new("tva", "Andra frågan")],
        };

        var matter = inProgress.Compile().Matter;

        Assert.Equal(["Bakgrund.", "Ärendet har samband med tidigare ärenden (dnr KS 2019/656 och dnr KS 2015/1)."], matter.Background);
        Assert.Equal(["Första frågan", "Andra frågan"], matter.Topics);
        Assert.Equal(
            "Kommunstyrelsen har remitterat övergripande samverkansöverenskommelse (dnr KS 2023/740) till Stockholms Stadshus AB för svar "
                + "senast den 31 oktober 2023. Stockholms Stadshus AB "
                + "har i sin tur den 4 september 2023 remitterat ärendet vidare till A AB och B AB med svar senast den 29 september 2023.",
            matter.Remittal[0]);
    }

    [Fact]
    public void A_passage_that_is_not_of_the_text_is_left_out_and_said_to_be()
    {
        inProgress.Recipient("a");
        var answer = inProgress.Counts(inProgress.Add("a", text: "Vi tillstyrker. Vi önskar mer tid.", passages: ["Vi önskar mer tid."]));
        inProgress.Texts[answer.Sha256] = CaseInProgress.TextOf("Vi tillstyrker.");

        var section = Assert.Single(inProgress.Compile().Answers);

        Assert.Empty(section.Quotes);
        Assert.Null(section.Source);
        Assert.Equal(["Utdrag som inte stämmer med svarets text har utelämnats."], section.Remarks);
    }

    [Fact]
    public void The_source_line_names_bilaga_and_pages()
    {
        inProgress.Recipient("a");
        inProgress.Counts(inProgress.Add("a", text: "Ett.\n\fTvå.\n\fTre.", passages: ["Ett.", "Tre."]));
        inProgress.Add("a", type: DocumentType.Bilaga);

        Assert.Equal("Utdrag ur bilaga 1a, s. 1 och 3.", Assert.Single(inProgress.Compile().Answers).Source);
    }

    private RecipientStanding Standing(RecipientStatus status, DocumentType? counting, bool waits)
    {
        inProgress.Recipient("a", status: status);
        var answer = counting is { } type ? inProgress.Add("a", type: type).Sha256 : null;
        if (waits) inProgress.Add("a", state: DocumentState.Review);
        var recipient = inProgress.Ledger.Recipients[0] with { Answer = answer };
        return RecipientStanding.Of(recipient, inProgress.Ledger, inProgress.Register);
    }

    private static void AddSituation(CaseInProgress target, string id, int situation)
    {
        target.Recipient(id, status: situation switch { 4 => RecipientStatus.Declined, 5 => RecipientStatus.Withdrawn, _ => RecipientStatus.Awaiting });
        switch (situation)
        {
            case 1:
                target.Counts(target.Add(id, stance: Stance.Tillstyrker));
                break;
            case 2:
                target.Counts(target.Add(id, stance: Stance.Avstyrker, parent: "mail"));
                target.Add(id, type: DocumentType.Bilaga, parent: "mail");
                break;
            case 3:
                target.Counts(target.Add(id, type: DocumentType.Avstar));
                break;
            case 6:
                target.Add(id, state: DocumentState.Review);
                break;
        }
    }
}
