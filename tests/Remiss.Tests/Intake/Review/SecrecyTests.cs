using Remiss.Cases;
using Remiss.Compilation.Bilagor;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Intake.Review;
using Remiss.Reports;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake.Review;

public sealed class SecrecyTests
{
    private const string Text = "Bolaget tillstyrker hemligheten.";
    private const string File = "Hemligt namn.txt";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_secret_is_in_no_mail()
    {
        var desk = await AcceptedAsync(copyToRegistrar: true);
        await desk.Office.DispatchAsync();
        await desk.Office.ReportAsync();

        Assert.Contains(desk.Office.Mails, m => m.Attachments.Any(a => a.ContentDisposition!.FileName == File));
        var open = desk.Office.Mails.Count();
        desk = await AcceptedAsync(copyToRegistrar: true, secret: true);
        await desk.Office.DispatchAsync();
        await desk.Office.ReportAsync();

        Assert.Equal(open, desk.Office.Mails.Count());
        Assert.All(desk.Office.Mails, mail =>
        {
            Assert.DoesNotContain("Hemligt", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
            Assert.DoesNotContain(mail.Attachments, a => a.ContentDisposition!.FileName == File);
        });
        var about = desk.Office.Mails.Where(m => !m.Subject!.StartsWith("Underremiss", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(about);
        Assert.DoesNotContain("tillstyrker", string.Concat(about.Select(m => m.TextBody)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_secret_is_neither_quoted_nor_attached_but_asked_about_until_it_is_released()
    {
        var desk = await AcceptedAsync(copyToRegistrar: false, secret: true);

        var model = await CompileAsync(desk);
        Assert.True(Assert.Single(model.Answers).IsSecret);
        Assert.Empty(model.Answers[0].Quotes);
        Assert.Equal("SISAB:s remissvar omfattas av sekretess (bilaga 1)", model.Answers[0].Heading);
        Assert.Contains("SISAB:s svar omfattas av sekretess och återges inte.", model.Summary);
        Assert.Equal("Omfattas av sekretess", model.Overview[0].Position);
        Assert.True(Assert.Single(BilagaNames.Of(model)).IsSecret);
        Assert.Contains(model.Checks, c => c.Contains("sekretessmarkerad", StringComparison.Ordinal));
        Assert.DoesNotContain(model.Checks, c => c.Contains("Hemligt", StringComparison.Ordinal));

        await desk.Secrecy.ReleaseAsync((await IdAsync(desk)), Desk.Who, "Prövat.", Cancel);

        model = await CompileAsync(desk);
        Assert.NotEmpty(model.Answers[0].Quotes);
        Assert.False(Assert.Single(BilagaNames.Of(model)).IsSecret);
        Assert.Equal(["document_accepted", "document_marked_secret", "document_released", "recipient_responded"], await desk.AuditAsync(Desk.CaseId));
    }

    [Fact]
    public async Task A_mark_needs_a_reason_and_covers_what_a_mail_carried()
    {
        var desk = await Desk.OpenAsync();
        var mail = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Se bilagan.");
        var letter = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text, parent: mail.Sha256);

        Assert.IsType<ReviewOutcome.Refused>(await desk.Secrecy.MarkAsync(mail, Desk.Who, " ", Cancel));
        await desk.Secrecy.MarkAsync(mail, Desk.Who, "OSL 31 kap. 16 §", Cancel);

        Assert.True((await desk.FindAsync(letter)).IsSecret);
        Assert.True(CaseStatus.Of(await desk.ReadAsync(), [], []).Documents.All(d => d.IsSecret));
    }

    [Fact]
    public async Task A_mark_covers_more_than_one_transaction_holds()
    {
        var desk = await Desk.OpenAsync();
        var archive = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Se bilagorna.");
        for (var i = 0; i < 60; i++) await desk.ReceiveAsync(Desk.CaseId, "sisab", $"Bilaga {i}", parent: archive.Sha256);

        await desk.Secrecy.MarkAsync(archive, Desk.Who, "OSL 31 kap. 16 §", Cancel);

        Assert.All((await desk.ReadAsync()).Documents, d => Assert.True(d.IsSecret));
        Assert.Equal(61, (await desk.AuditAsync(Desk.CaseId)).Count(what => what == "document_marked_secret"));
    }

    private static async Task<DocumentId> IdAsync(Desk desk) => new(Desk.CaseId, "sisab", (await desk.ReadAsync()).Documents[0].Sha256);

    private static async Task<Desk> AcceptedAsync(bool copyToRegistrar, bool secret = false)
    {
        var desk = await Desk.OpenAsync();
        await desk.Ledger.SaveAsync(
            Office.Register["stadshus"] with { Contacts = [new("Registrator", "registrator@stadshus.example", ContactRole.Registrar)] }, Cancel);
        if (copyToRegistrar)
        {
            var row = (await desk.Ledger.FindAsync<RemissCase>(Desk.CaseId, Remiss.Storage.LedgerKeys.Case, Cancel))!;
            await desk.Ledger.Change(Desk.CaseId).Replace(Remiss.Storage.LedgerKeys.Case, row, row.Value with { CopyToRegistrar = true }).CommitAsync(Cancel);
        }

        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text, file: File);
        await desk.DecideAsync(id, new ReviewDecision.Accept());
        if (secret) await desk.Secrecy.MarkAsync(id, Desk.Who, "OSL 31 kap. 16 §", Cancel);
        return desk;
    }

    private static async Task<ReportModel> CompileAsync(Desk desk)
    {
        var text = new DocumentText(Text, [new(0, Text.Length)], [new(0, Text.Length, ParagraphKind.Body)]);
        return ReportBuilder.Build(
            await desk.ReadAsync(), Office.Register, new Dictionary<string, DocumentText> { [Desk.Hash(Text)] = text }, desk.Office.Time.GetUtcNow(), Office.Case.Coordinators[0]);
    }
}
