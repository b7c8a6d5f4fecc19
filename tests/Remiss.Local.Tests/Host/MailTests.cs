using MimeKit;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Local.Host;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Local.Tests.Host;

/// <summary>Mails as the mailbox hands them over, read by the real extractor on a real emulator.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private const string CaseId = "ks-2023-740";

    private readonly TemporaryFolder folder = new();
    private LocalHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RemissLedger Ledger => host.Get<RemissLedger>();

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.StartAsync(Path.Combine(folder.Path, ".remiss"), _ => { }, Cancellation);
        var register = await RegisterFile.ReadAsync(Samples.Register, Cancellation);
        await host.Get<CaseRegistration>().RegisterAsync(await CaseFile.ReadAsync(Samples.Case, register, Cancellation), register, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("ks-2023-740/sisab/Mejlet kom tillbaka.eml", CaseId)]
    [InlineData("mejl/Mejlet kom tillbaka.eml", LedgerKeys.Unassigned)]
    public async Task A_mail_that_comes_back_turns_its_send_to_rejected_and_is_no_answer(string path, string partition)
    {
        await SentAsync("dispatch-1.ks-2023-740@staden.example");
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns;mx.sisab.example" } });
        status.StatusGroups.Add(new HeaderList { { "Action", "failed" }, { "Status", "5.1.1" } });
        using var ours = new MimeMessage { MessageId = "dispatch-1.ks-2023-740@staden.example", Body = new TextPart("plain") { Text = "Svara." } };
        using var mail = MailOf(new MultipartReport("delivery-status")
        {
            new TextPart("plain") { Text = "Your message could not be delivered." }, status, new MessagePart { Message = ours },
        });

        await PutAsync(new Origin(path, "1", host.Clock.GetUtcNow()) { Item = "remiss@staden.example/AAk1" }, mail);

        var document = Assert.Single(await Ledger.ListAsync<Document>(partition, Cancellation));
        Assert.Equal((DocumentState.Accepted, DocumentType.Ovrigt), (document.State, document.Classification!.Type));
        var send = Assert.Single(await Ledger.ListAsync<Send>(CaseId, Cancellation));
        Assert.Equal((SendState.Rejected, "Adressen finns inte (5.1.1)."), (send.State, send.Detail));
        Assert.Single(await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation), e => e.What == "send_rejected");
        Assert.Equal(RecipientStatus.Awaiting, (await Ledger.ListAsync<Recipient>(CaseId, Cancellation)).First(r => r.Organisation == "sisab").Status);
    }

    [Theory]
    [InlineData(null, DocumentState.Accepted)]
    [InlineData("Avsändaren är inte styrkt.", DocumentState.Review)]
    public async Task What_came_in_a_mail_whose_sender_is_doubted_waits_for_a_person(string? doubt, DocumentState expected)
    {
        var builder = new BodyBuilder { TextBody = "Hej! Bifogat finns vårt remissvar.\n\n> Svara senast den 6 oktober. Vi avstyrker.\n" };
        builder.Attachments.Add("Svar.txt", "Dnr KS 2023/740\nAB Stokab avstår från att yttra sig över remissen."u8.ToArray(), new ContentType("text", "plain"));
        builder.LinkedResources.Add("logo.png", [1, 2, 3]).ContentId = "logo@x";
        builder.HtmlBody = "<p>Hej! Bifogat finns vårt remissvar.</p><img src=\"cid:logo@x\">";
        using var mail = MailOf(builder.ToMessageBody());

        await PutAsync(new Origin($"{CaseId}/stokab/SV Underremiss.eml", "1", host.Clock.GetUtcNow()) { Item = "remiss@staden.example/AAk2", Doubt = doubt }, mail);

        var documents = await Ledger.ListAsync<Document>(CaseId, Cancellation);
        Assert.Equal(["SV Underremiss.eml", "Svar.txt"], documents.Select(d => d.FileName).Order(StringComparer.Ordinal));
        var answer = documents.First(d => d.FileName == "Svar.txt");
        Assert.Equal(expected, answer.State);
        Assert.Equal(doubt is not null, answer.Reasons.Contains(doubt));
        Assert.Equal(DocumentState.Accepted, documents.First(d => d.FileName == "SV Underremiss.eml").State);
    }

    private static MimeMessage MailOf(MimeEntity body)
    {
        var mail = new MimeMessage { Subject = "SV: Underremiss", Body = body };
        mail.From.Add(new MailboxAddress("Någon", "nagon@okand.example"));
        mail.To.Add(new MailboxAddress("Remiss", "remiss@staden.example"));
        return mail;
    }

    private async Task PutAsync(Origin origin, MimeMessage mail)
    {
        using var raw = new MemoryStream();
        await mail.WriteToAsync(raw, Cancellation);
        raw.Position = 0;
        await host.Get<InboxWriter>().PutAsync(origin, raw, Cancellation);
        await host.Get<StepPump>().DrainAsync(Cancellation);
    }

    private async Task SentAsync(string messageId)
    {
        var send = new Send
        {
            Kind = SendKind.Dispatch,
            Organisation = "sisab",
            Deadline = new(2023, 10, 6),
            Slot = 1,
            Channel = Channel.Mail,
            Contact = "svar@sisab.example",
            State = SendState.Accepted,
            At = host.Clock.GetUtcNow(),
            Draft = new("AAk0", $"<{messageId}>"),
        };
        Assert.True(await Ledger.Change(CaseId).Insert(LedgerKeys.Send(send), send).CommitAsync(Cancellation));
    }
}
