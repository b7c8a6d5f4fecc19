using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Intake.Review;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake.Review;

public sealed class CorrectionsExportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_people_have_decided_is_a_labelled_set_that_can_be_scored()
    {
        var desk = await Desk.OpenAsync();
        var right = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Bolaget tillstyrker förslaget.");
        var wrong = await desk.ReceiveAsync(Desk.CaseId, "stockholmshem", "Vi tackar för remissen och återkommer.");
        await desk.ReceiveAsync(Desk.CaseId, "sisab", "Ingen har bestämt något om detta.");
        await desk.DecideAsync(right, new ReviewDecision.Accept());
        await desk.DecideAsync(wrong, new ReviewDecision.Correct(DocumentType.Kvittens, Stance.Oklart), "Bara en kvittens.");
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "rattelser.jsonl");

        Assert.Equal((2, 1), await new CorrectionsExport(desk.Ledger, desk.Texts).WriteAsync(path, Cancel));

        var set = await LabelledSet.ReadAsync(path, Cancel);
        Assert.Equal([DocumentType.Remissvar, DocumentType.Kvittens], set.Texts.OrderBy(t => t.Organisation).Select(t => t.Type));
        Assert.Equal((Desk.CaseId, "stockholmshem"), (set.Texts.Single(t => t.Type is DocumentType.Kvittens).PathCase, set.Texts.Single(t => t.Type is DocumentType.Kvittens).Organisation));
        Assert.Single(set.Cases);
        Assert.Equal(2, PartScore.Of(JudgedText.Judge(set, new DocumentClassifier())).Single().Texts);
        Assert.Contains("\"typeConfidence\":0.6", await System.IO.File.ReadAllTextAsync(path, Cancel), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidFileException>(() => new CorrectionsExport(desk.Ledger, desk.Texts).WriteAsync(path, Cancel));
        folder.Delete(recursive: true);
    }
}
