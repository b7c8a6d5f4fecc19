using System.Text;
using System.Text.Json;
using MimeKit;
using Remiss.Notifications;

namespace Remiss.Tests.Notifications;

public sealed class OutboxNotifierTests
{
    private const string Html = "<!DOCTYPE html><html lang=\"sv\"><body><p>Hej på er åäö</p></body></html>";

    private readonly Office office = new();

    public OutboxNotifierTests() => office.Clock.SetUtcNow(Office.At("2023-10-06 09:00"));

    [Fact]
    public async Task A_mail_becomes_a_file_that_any_mail_program_reads()
    {
        var result = await office.Outbox().SendAsync(MailOf(), null, TestContext.Current.CancellationToken);

        Assert.Equal(SendState.Accepted, result.State);
        var mail = office.Mail("ks-1/id-1.eml");
        Assert.Equal("id-1.ks-1@example.invalid", mail.MessageId);
        Assert.Equal(office.Time.GetUtcNow(), mail.Date);
        Assert.Equal("Påminnelse om svar", mail.Subject);
        Assert.Equal(new MailboxAddress("Åsa Öberg", "svar@sisab.example"), Assert.Single(mail.To.Mailboxes));
        Assert.Equal(new MailboxAddress("Remisshanteringen", "remiss@example.invalid"), Assert.Single(mail.From.Mailboxes));
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        var body = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], body.Select(p => p.ContentType.MimeType));
        Assert.Equal("Hej på er åäö", mail.TextBody?.Trim());
        Assert.Equal(Html, mail.HtmlBody?.Trim());
    }

    [Fact]
    public async Task The_file_is_plain_ascii_with_short_lines()
    {
        await office.Outbox().SendAsync(MailOf() with { Html = new string('å', 5000) }, null, TestContext.Current.CancellationToken);

        var bytes = office.Storage.Blobs["ks-1/id-1.eml"];
        Assert.All(bytes, b => Assert.InRange(b, (byte)1, (byte)126));
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.DoesNotContain('\n', Encoding.ASCII.GetString(bytes).Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_in_the_text_is_found_by_its_content_id()
    {
        var mail = MailOf() with
        {
            Html = "<img src=\"cid:chart\" alt=\"Läget\">",
            Attachments = [new("läget.png", "image/png", new byte[] { 1, 2, 3 }, "chart"), new("status.csv", "text/csv", new byte[] { 4 })],
        };

        await office.Outbox().SendAsync(mail, null, TestContext.Current.CancellationToken);

        var read = office.Mail("ks-1/id-1.eml");
        var picture = Assert.Single(read.BodyParts.OfType<MimePart>(), p => p.ContentId == "chart");
        using var content = new MemoryStream();
        await picture.Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], content.ToArray());
        Assert.Equal("status.csv", Assert.Single(read.Attachments.OfType<MimePart>()).FileName);
    }

    [Fact]
    public async Task The_first_copy_is_the_only_one()
    {
        await office.Outbox().SendAsync(MailOf(), null, TestContext.Current.CancellationToken);
        var first = office.Storage.Blobs["ks-1/id-1.eml"];

        var again = await office.Outbox().SendAsync(MailOf() with { Text = "annat" }, null, TestContext.Current.CancellationToken);

        Assert.Equal(SendState.Accepted, again.State);
        Assert.Same(first, Assert.Single(office.Storage.Blobs).Value);
    }

    [Theory]
    [InlineData("svar@sisab.example\r\nBcc: alla@annan.example")]
    [InlineData("svar@sisab.example, alla@annan.example")]
    [InlineData("Svar <svar@sisab.example>")]
    [InlineData("svar")]
    [InlineData("")]
    public async Task What_is_not_one_address_is_rejected(string address)
    {
        var result = await office.Outbox().PrepareAsync(MailOf() with { ToMail = address }, TestContext.Current.CancellationToken);

        Assert.Equal(SendState.Rejected, result.State);
        Assert.Empty(office.Storage.Blobs);
    }

    [Theory]
    [InlineData("Åsa\r\nBcc: alla@annan.example")]
    [InlineData("Åsa\nBcc: alla@annan.example\n\n<script>")]
    [InlineData("Åsa\u2028Bcc: alla@annan.example")]
    [InlineData("\"Åsa\" <alla@annan.example>, x")]
    public async Task A_hostile_name_cannot_add_a_header(string name)
    {
        var mail = MailOf() with { ToName = name, Subject = name, Attachments = [new(name, "text/csv", new byte[] { 1 })] };

        await office.Outbox(new() { SenderName = name }).SendAsync(mail, null, TestContext.Current.CancellationToken);

        var read = office.Mail("ks-1/id-1.eml");
        Assert.Equal("svar@sisab.example", Assert.Single(read.To.Mailboxes).Address);
        Assert.Equal("remiss@example.invalid", Assert.Single(read.From.Mailboxes).Address);
        Assert.Empty(read.Bcc);
        Assert.Equal(
            ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To", "X-Auto-Response-Suppress"],
            read.Headers.Concat(read.Body!.Headers).Select(h => h.Field).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain('\n', read.Subject!);
    }

    [Fact]
    public async Task A_Teams_notification_becomes_a_JSON_file()
    {
        var notification = new TeamsNotification("ks-1", "id-2", "Åsa Öberg", "entra", "Påminnelse", "Sista dag", new("https://remiss.example/"));

        await office.Outbox().SendAsync(notification, TestContext.Current.CancellationToken);
        await office.Outbox().SendAsync(notification with { Topic = "annat" }, TestContext.Current.CancellationToken);

        var blob = Assert.Single(office.Storage.Blobs);
        Assert.Equal("ks-1/id-2.json", blob.Key);
        Assert.Equal(notification, JsonSerializer.Deserialize<TeamsNotification>(blob.Value, RemissJson.Options));
    }

    [Fact]
    public async Task Whether_it_left_is_seen_in_the_container()
    {
        var send = new Send { Kind = SendKind.Reminder, Organisation = "sisab", Deadline = default, Slot = 1, Channel = Channel.Mail, Contact = "a", At = default };
        var before = await office.Outbox().SettleAsync("ks-1", send, TestContext.Current.CancellationToken);
        await office.Outbox().SendAsync(MailOf() with { Id = NotificationId.Of("ks-1", send) }, null, TestContext.Current.CancellationToken);
        var after = await office.Outbox().SettleAsync("ks-1", send, TestContext.Current.CancellationToken);
        var other = await office.Outbox().SettleAsync("ks-1", send with { Channel = Channel.Teams }, TestContext.Current.CancellationToken);

        Assert.Equal((SendState.Owed, SendState.Accepted, SendState.Owed), (before.State, after.State, other.State));
    }

    private static MailNotification MailOf() =>
        new("ks-1", "id-1", "Åsa Öberg", "svar@sisab.example", "Påminnelse om svar", Html, "Hej på er åäö");
}
