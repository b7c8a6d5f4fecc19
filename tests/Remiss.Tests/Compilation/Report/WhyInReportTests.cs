using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Review;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Compilation.Report;

public sealed class WhyInReportTests
{
    [Fact]
    public async Task The_answer_that_counts_says_which_bilaga_it_is_and_who_decided()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.");
        Assert.Equal("Den väntar på granskning och räknas inte förrän den är granskad. Ställningstagandet är osäkert.", (await WhyAsync(desk, id)).Because[0]);

        await desk.DecideAsync(id, new ReviewDecision.Accept());

        var place = await WhyAsync(desk, id);
        Assert.Equal((true, "1"), (place.IsInReport, place.Label));
        Assert.Equal(
            [
                "Den är det svar från SISAB som gäller. Svaret återges i avsnittet Underremiss och bifogas som bilaga 1.",
                "Handläggare Ett godtog programmets förslag den 3 oktober 2023.",
            ],
            place.Because);
    }

    [Fact]
    public async Task An_answer_that_was_replaced_says_by_which()
    {
        var desk = await Desk.OpenAsync();
        var older = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Ett.", DocumentState.Accepted);
        desk.Office.Clock.Advance(TimeSpan.FromDays(1));
        var newer = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Två.");
        await desk.DecideAsync(newer, new ReviewDecision.Accept());

        var place = await WhyAsync(desk, older);

        Assert.False(place.IsInReport);
        Assert.Equal("Ett nyare svar från SISAB, som kom in den 4 oktober 2023, gäller i stället.", place.Because[0]);
        Assert.Equal("Programmet var säkert på vad den är, och ingen har bestämt något annat.", place.Because[1]);
    }

    [Theory]
    [InlineData(DocumentType.Kvittens, "Den är en kvittens och inget svar.")]
    [InlineData(DocumentType.Anstand, "Den är en begäran om anstånd och inget svar.")]
    [InlineData(DocumentType.Bilaga, "Den är en bilaga, men det finns inget svar från SISAB att bifoga den till.")]
    public async Task What_is_no_answer_says_what_it_is(DocumentType type, string expected)
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Text.", DocumentState.Accepted, type, Stance.Oklart);

        Assert.Equal(expected, (await WhyAsync(desk, id)).Because[0]);
    }

    [Fact]
    public async Task What_was_moved_marked_or_late_says_so()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "stockholmshem", "Svar.");
        await desk.DecideAsync(id, new ReviewDecision.Accept());
        await desk.DecideAsync(id, new ReviewDecision.Move(new(Desk.CaseId, "sisab")), "Fel mapp.");
        var there = id with { Organisation = "sisab" };
        await desk.Secrecy.MarkAsync(there, Desk.Who, "OSL", TestContext.Current.CancellationToken);
        await desk.Cases.HandleAsync(Desk.CaseId, new Remiss.Cases.CaseDecision.Close(), Desk.Who, "Klart.", TestContext.Current.CancellationToken);

        Assert.Equal("Handläggare Ett flyttade handlingen den 3 oktober 2023 till SISAB i ks-2023-740: Fel mapp.", (await WhyAsync(desk, id)).Because.Single());
        var place = await WhyAsync(desk, there);
        Assert.Equal((false, "1"), (place.IsInReport, place.Label));
        Assert.Contains(place.Because, b => b.Contains("sekretessmarkerade", StringComparison.Ordinal));
        Assert.Contains(place.Because, b => b.Contains("flyttade hit", StringComparison.Ordinal));
        var late = (await desk.ReadAsync()) with { AttestedAt = desk.Office.Time.GetUtcNow().AddDays(-1) };
        Assert.Contains(
            WhyInReport.Of(late, Office.Register, await desk.FindAsync(there)).Because, b => b.Contains("efter att utlåtandet attesterades", StringComparison.Ordinal));
        Assert.Contains(
            "SISAB:s svar inkom den 3 oktober 2023, efter att utlåtandet attesterades den 2 oktober 2023.",
            ReportBuilder.Build(late, Office.Register, new Dictionary<string, DocumentText>(), desk.Office.Time.GetUtcNow(), Office.Case.Coordinators[0]).Checks);
    }

    private static async Task<ReportPlace> WhyAsync(Desk desk, DocumentId id) => WhyInReport.Of(await desk.ReadAsync(), Office.Register, await desk.FindAsync(id));
}
