using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Report;
using Remiss.Intake.Classification;
using Remiss.Storage;

namespace Remiss.Tests.Compilation;

public sealed class ChoicesAndAttestationTests
{
    private const string First = "Vi tillstyrker förslaget. Vi önskar en samordnare. Uppföljningen är viktig.";

    private readonly CaseInProgress inProgress = new CaseInProgress().Recipient("a", "A AB").Recipient("b", "B AB");

    [Fact]
    public async Task Choices_decide_what_is_quoted_in_which_order_and_with_which_words_around_it()
    {
        Answer("a", First);
        var stored = await StoredCase.OfAsync(inProgress);

        Assert.IsType<ChoicesOutcome.Saved>(await SetAsync(stored, new()
        {
            Summary = ["Egen sammanfattning."],
            Recipients = [new("a", [new("Uppföljningen är viktig.", 50, "Bolaget framhåller:"), new("Vi tillstyrker förslaget.")], "Bolaget har inget mer att anföra.")],
            Assessment = ["Vi delar bedömningen."],
            Proposal = ["Remissen anses besvarad."],
        }));
        var model = await CompileAsync(stored);

        var section = Assert.Single(model.Answers);
        Assert.Equal(["Uppföljningen är viktig.", "Vi tillstyrker förslaget."], section.Quotes.Select(q => q.Text));
        Assert.Equal(["Bolaget framhåller:", null], section.Quotes.Select(q => q.Before));
        Assert.Equal("Bolaget har inget mer att anföra.", section.After);
        Assert.Equal(["Egen sammanfattning."], model.Summary);
        Assert.Equal(["Vi delar bedömningen."], model.OwnView.Assessment);
        Assert.Equal(["Remissen anses besvarad."], model.OwnView.Proposal);
        Assert.Empty(model.ChangedSources);
        Assert.Equal(["report_choices_changed by Vera"], (await stored.AuditAsync()).Select(e => $"{e.What} by {e.Who}"));
    }

    [Fact]
    public async Task Choices_survive_a_new_answer_whose_words_are_found_again_and_what_is_gone_is_flagged()
    {
        Answer("a", First);
        var stored = await StoredCase.OfAsync(inProgress);
        await SetAsync(stored, new() { Recipients = [new("a", [new("Vi önskar en samordnare.", 26), new("Vi tillstyrker förslaget.")])] });
        Answer("a", "Rättat svar. Vi önskar en samordnare. I övrigt avstyrker vi.");
        Answer("b", "Nytt svar.");
        await stored.PutAsync(inProgress);

        var model = await CompileAsync(stored);

        Assert.Equal(["Vi önskar en samordnare."], model.Answers[0].Quotes.Select(q => q.Text));
        Assert.Equal(13, model.Answers[0].Quotes[0].Source.Start);
        Assert.Equal(
            ["A AB:s svar har ersatts efter att texterna skrevs den 5 oktober 2023. Ett valt citat finns inte i svaret och har utelämnats."],
            model.ChangedSources.Select(c => c.Sentence));
        Assert.Contains(model.ChangedSources[0].Sentence, model.Checks);
    }

    [Fact]
    public async Task Own_texts_are_flagged_when_an_answer_has_come_after_they_were_written()
    {
        Answer("a", First);
        var stored = await StoredCase.OfAsync(inProgress);
        await SetAsync(stored, new() { Assessment = ["Alla är nöjda."] });
        Answer("b", "Vi avstyrker.");
        await stored.PutAsync(inProgress);

        Assert.Equal(["B AB har svarat efter att texterna skrevs den 5 oktober 2023."], (await CompileAsync(stored)).ChangedSources.Select(c => c.Sentence));
    }

    [Theory]
    [InlineData("a", "Vi tillstyrker FÖRSLAGET.", "recipients: a: svaret innehåller inte ”Vi tillstyrker FÖRSLAGET.”. Ett citat ska stå ordagrant som i svaret")]
    [InlineData("b", "Vi", "recipients: b har inget svar att citera")]
    [InlineData("c", "Vi", "recipients: c är ingen remissinstans i ärendet")]
    public async Task A_quote_that_no_answer_holds_is_refused(string organisation, string quote, string expected)
    {
        Answer("a", First);
        var stored = await StoredCase.OfAsync(inProgress);

        var outcome = await SetAsync(stored, new() { Recipients = [new(organisation, [new(quote)])] });

        Assert.Equal([expected], Assert.IsType<ChoicesOutcome.Refused>(outcome).Faults);
        Assert.Empty(await stored.AuditAsync());
    }

    [Fact]
    public async Task The_same_choices_again_change_nothing()
    {
        Answer("a", First);
        var stored = await StoredCase.OfAsync(inProgress);
        var choices = new ReportChoices { Proposal = [new string('å', 40_000)] };

        await SetAsync(stored, choices);
        await SetAsync(stored, choices);

        Assert.Single(await stored.AuditAsync());
        Assert.Equal(choices.Proposal, (await CompileAsync(stored)).OwnView.Proposal);
    }

    [Fact]
    public async Task Bilagor_keep_their_numbers_once_attested_and_what_comes_later_follows()
    {
        inProgress.Recipient("c", "C AB");
        Answer("b", "Vårt svar.");
        var stored = await StoredCase.OfAsync(inProgress);

        var attested = await stored.Attest.AttestAsync("ks-2023-740", new("Disa Exempelgren", "Vice VD"), document: null, "Vera", TestContext.Current.CancellationToken);
        Answer("a", "Ett sent svar.");
        Answer("b", "Ett rättat svar.");
        inProgress.Counts(inProgress.Add("c", type: DocumentType.Avstar));
        await stored.PutAsync(inProgress);
        var model = await CompileAsync(stored);

        Assert.Equal(["1 B AB:s remissvar"], attested!.Attestation.Bilagor.Select(b => $"{b.Number} {b.Title}"));
        Assert.Equal(
            ["1 B AB:s remissvar", "2 A AB:s remissvar", "3 B AB:s senare remissvar", "4 C AB:s besked att avstå från yttrande"],
            model.Bilagor.Select(b => $"{b.Number} {b.Title}"));
        Assert.Equal(attested.Attestation.Bilagor[0].Files, model.Bilagor[0].Files);
        Assert.Equal([("a", 2), ("b", 3)], model.Answers.Select(a => (a.Organisation, a.Bilaga)));
        Assert.Equal(["2", "3", "4"], model.Overview.Select(r => r.Bilaga));
        Assert.Equal(attested.Document, stored.Blobs[$"compiled/ks-2023-740/attested/{attested.Attestation.Document}.docx"]);
        Assert.Equal($"report_attested Vera {attested.Attestation.Document}", (await stored.AuditAsync()).Select(e => $"{e.What} {e.Who} {e.Why![..64]}").Single());
        Assert.NotNull(await stored.Records.FindAsync<Attestation>("ks-2023-740", LedgerKeys.ReportAttestation, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_report_finished_in_Word_is_attested_as_it_is()
    {
        Answer("a", First);
        var stored = await StoredCase.OfAsync(inProgress);

        var attested = await stored.Attest.AttestAsync("ks-2023-740", new("Disa Exempelgren", "Vice VD"), [1, 2, 3], "Vera", TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], attested!.Document);
        Assert.Equal("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", attested.Attestation.Document);
    }

    private void Answer(string organisation, string text) =>
        inProgress.Counts(inProgress.Add(organisation, stance: Stance.Tillstyrker, text: text, passages: [text.Split(". ")[0].TrimEnd('.') + "."]));

    private static Task<ChoicesOutcome> SetAsync(StoredCase stored, ReportChoices choices) => stored.Choices.SetAsync("ks-2023-740", choices, "Vera", TestContext.Current.CancellationToken);

    private static async Task<ReportModel> CompileAsync(StoredCase stored) =>
        (await stored.Compile.CompileAsync("ks-2023-740", coordinator: null, TestContext.Current.CancellationToken))!.Model;
}
