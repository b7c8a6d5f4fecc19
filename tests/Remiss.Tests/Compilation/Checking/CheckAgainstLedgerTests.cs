using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Checking;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation.Checking;

public sealed class CheckAgainstLedgerTests
{
    private const string Answer = "Bolaget tillstyrker förslaget till överenskommelse i sin helhet.\nBolaget önskar att uppföljningen samordnas centralt varje år.";

    private const string Report = """
        Remiss av överenskommelsen
        Svar på remiss från Kommunstyrelsen, dnr KS 2023/740
        Sammanfattning
        Koncernledningen ser positivt på förslaget.
        Ärendet
        Kommunstyrelsen har remitterat ärendet vidare till A AB.
        Underremiss
        A AB:s remissvar har i huvudsak följande lydelse (bilaga 1)
        Bolaget tillstyrker förslaget till överenskommelse i sin helhet.
        Bolaget önskar att uppföljningen samordnas centralt varje år.
        Utdrag ur bilaga 1.
        Svaret inkom den 20 september 2023.
        Koncernledningens synpunkter och förslag
        Koncernledningen delar bedömningen.
        Bilagor
        Bilaga 1 A AB:s remissvar
        Attesterat av
        Disa Exempelgren, Vice VD 2023-10-26
        """;

    private readonly CaseInProgress inProgress = new CaseInProgress().Recipient("a", "A AB");

    public CheckAgainstLedgerTests() => inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, text: Answer));

    [Fact]
    public void A_report_that_agrees_with_the_ledger_gives_nothing() => Assert.Empty(Check(Report));

    [Theory]
    [InlineData("i sin helhet.", "i alla delar.", "error quote_changed Bolaget tillstyrker förslaget till överenskommelse i alla delar.")]
    [InlineData("samordnas centralt varje år.", "samordnas centralt vartannat år.", "error quote_changed Bolaget önskar att uppföljningen samordnas centralt vartannat år.")]
    [InlineData("Bolaget önskar att uppföljningen samordnas centralt varje år.", "Bolaget skriver ”vi är helt emot alltihop”.", "error quote_not_in_answer vi är helt emot alltihop")]
    [InlineData("Bolaget önskar att uppföljningen samordnas centralt varje år.", "Utöver detta nämns ekonomin kort.", "note text_not_in_answer Utöver detta nämns ekonomin kort.")]
    [InlineData("inkom den 20 september", "inkom den 19 september", "error arrival_differs den 19 september 2023")]
    [InlineData("2023-10-26", "2023-09-15", "error date_order Disa Exempelgren, Vice VD 2023-09-15")]
    [InlineData("Bilaga 1 A AB:s remissvar", "", "error bilaga_mismatch A AB:s remissvar har i huvudsak följande lydelse (bilaga 1)|error bilaga_missing A AB")]
    public void What_differs_from_the_answer_is_found(string right, string wrong, string expected)
    {
        Assert.Contains(right, Report, StringComparison.Ordinal);

        var findings = Check(Report.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(expected.Split('|'), findings.Select(f => $"{RemissJson.Label(f.Severity)} {f.Code} {f.Text}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_changed_quote_is_told_with_what_the_answer_says() => Assert.Equal(
        "I svaret står: Bolaget tillstyrker förslaget till överenskommelse i sin helhet.",
        Assert.Single(Check(Report.Replace("i sin helhet.", "i alla delar.", StringComparison.Ordinal))).Suggestion);

    [Fact]
    public void The_coordinators_own_words_are_no_quotes()
    {
        var report = Report.Replace("Utdrag ur", "Utöver detta nämns ekonomin kort.\nUtdrag ur", StringComparison.Ordinal);
        var sources = Sources() with
        {
            Choices = new(new() { Recipients = [new("a", null, "Utöver detta nämns ekonomin kort.")] }, "Vera", CaseInProgress.CompiledAt, new Dictionary<string, string>()),
        };

        Assert.Empty(Check(report, sources));
    }

    [Fact]
    public void One_that_answered_and_is_not_in_the_report_is_an_error_and_one_that_did_not_is_a_note()
    {
        inProgress.Recipient("b", "Beta Bostad").Recipient("c", "Cetus Hamn", RecipientStatus.Declined).Recipient("d", "Delta Vatten");
        inProgress.Counts(inProgress.Add("b", text: "Svar."));

        Assert.Equal(
            ["error recipient_missing Beta Bostad", "error recipient_missing Cetus Hamn", "note recipients_not_named Delta Vatten"],
            Check(Report).Select(f => $"{RemissJson.Label(f.Severity)} {f.Code} {f.Text}"));
    }

    [Fact]
    public void An_attested_report_that_has_been_changed_or_renumbered_is_told()
    {
        var bilagor = inProgress.Compile().Bilagor;
        var attestation = new Attestation("another", CaseInProgress.CompiledAt, new Attester("Disa Exempelgren", "Vice VD"), [.. bilagor, bilagor[0] with { Number = 2, Organisation = "b", Title = "B AB:s remissvar" }]);

        Assert.Equal(
            ["bilaga_renumbered", "attested_differs"],
            Check(Report, Sources() with { Attestation = attestation }, "this").Select(f => f.Code));
        Assert.Empty(Check(Report, Sources() with { Attestation = attestation with { Document = "this", Bilagor = bilagor } }, "this"));
    }

    private ReportSources Sources() => new(inProgress.Ledger, inProgress.Register, inProgress.Texts, Choices: null, Attestation: null);

    private IReadOnlyList<Finding> Check(string report, ReportSources? sources = null, string? sha256 = null)
    {
        sources ??= Sources();
        return ReportChecker.Check(CaseInProgress.TextOf(report), new(sources.Ledger.Case, sources.Register, new(2023, 11, 1), sources, sha256));
    }
}
