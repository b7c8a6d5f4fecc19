using MimeKit;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Mail;

public sealed class MailReaderTests
{
    [Fact]
    public void Text_header_and_attachments_are_taken_apart()
    {
        var builder = new BodyBuilder { TextBody = "Hej!\n\nHär kommer vårt svar.\n", HtmlBody = "<p>Annat</p><img src=\"cid:logo@x\">" };
        builder.LinkedResources.Add("logo.png", [1, 2, 3]).ContentId = "logo@x";
        builder.Attachments.Add("../../Svar på remiss åäö.pdf", "%PDF-1.4"u8.ToArray());
        using var file = Read(builder.ToMessageBody(), message =>
        {
            message.InReplyTo = "fråga@example.test";
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        });

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Equal("eml", file.Result.Format);
        Assert.Equal("Hej!\nHär kommer vårt svar.\n", file.Text);

        var mail = file.Result.Mail!;
        Assert.Equal("registrator@bolaget.example", mail.From);
        Assert.Equal("Svar på remiss – åäö", mail.Subject);
        Assert.Equal(["remiss@staden.example"], mail.To);
        Assert.Equal(new DateTimeOffset(2023, 10, 6, 12, 0, 0, TimeSpan.FromHours(2)), mail.Date);
        Assert.Equal("fråga@example.test", mail.InReplyTo);
        Assert.True(mail.AutoSubmitted);

        var attachment = Assert.Single(file.Result.Attachments);
        Assert.Equal("Svar på remiss åäö.pdf", attachment.Name);
        Assert.Equal("application/pdf", attachment.ContentType);
        Assert.Equal(Path.Combine(file.AttachmentsFolder, "a01"), attachment.Path);
        Assert.Equal("%PDF-1.4"u8, File.ReadAllBytes(attachment.Path));
        Assert.Equal(8, attachment.Length);
    }

    [Fact]
    public void Without_a_plain_part_the_html_is_read()
    {
        using var file = Read(new BodyBuilder { HtmlBody = "<p>Bolaget avstår.</p>" }.ToMessageBody());

        Assert.Equal("Bolaget avstår.\n", file.Text);
        Assert.False(file.Result.Mail!.AutoSubmitted);
        Assert.Null(file.Result.Mail.InReplyTo);
    }

    [Fact]
    public void An_attached_mail_is_an_attachment_that_can_be_read_again()
    {
        using var inner = Message(new TextPart("plain") { Text = "Det inre svaret." });
        using var file = Read(new Multipart("mixed") { new TextPart("plain") { Text = "Se bifogat." }, new MessagePart { Message = inner } });

        var attachment = Assert.Single(file.Result.Attachments);
        Assert.Equal("Svar på remiss – åäö.eml", attachment.Name);
        Assert.Equal("message/rfc822", attachment.ContentType);
        using var again = new Extracted(File.ReadAllBytes(attachment.Path), attachment.Name);
        Assert.Equal("Det inre svaret.\n", again.Text);
        Assert.Empty(again.Result.Reasons);
    }

    [Fact]
    public void A_mail_nested_too_deeply_is_refused_by_name()
    {
        MimeEntity body = new TextPart("plain") { Text = "djupt" };
        for (var i = 0; i < 600; i++) body = new Multipart("mixed") { body };
        using var file = Read(body);

        Assert.Equal([ExtractionReasons.TooDeep], file.Result.Reasons);
        Assert.Equal("eml", file.Result.Format);
    }

    [Fact]
    public void Attachments_beyond_the_limit_are_refused_by_name()
    {
        var builder = new BodyBuilder { TextBody = "Se bilaga." };
        builder.Attachments.Add("stor.bin", new byte[5_000]);
        using var file = Read(builder.ToMessageBody(), limits: new ExtractionLimits { AttachmentBytes = 1_000 });

        Assert.Equal([ExtractionReasons.TooLarge], file.Result.Reasons);
        Assert.Empty(file.Result.Attachments);
    }

    [Fact]
    public void A_mail_that_says_nothing_is_empty()
    {
        using var file = Read(new TextPart("plain") { Text = " \n" });

        Assert.Equal(ExtractionState.Unreadable, file.Result.State);
        Assert.Equal([ExtractionReasons.Empty], file.Result.Reasons);
        Assert.NotNull(file.Result.Mail);
    }

    [Fact]
    public void A_servers_report_tells_which_mail_came_back_and_does_not_bring_our_mail_back_as_an_answer()
    {
        using var ours = Message(new TextPart("plain") { Text = "Svara senast den 6 oktober." });
        ours.MessageId = "reminder-1.ks-1@staden.example";
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns;mx.bolaget.example" } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", "rfc822;a@bolaget.example" }, { "Action", "delivered" }, { "Status", "2.0.0" } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", "rfc822;b@bolaget.example" }, { "Action", "Failed" }, { "Status", "5.2.2 (mailbox full)" } });
        using var file = Read(new MultipartReport("delivery-status") { new TextPart("plain") { Text = "Mejlet kunde inte levereras." }, status, new MessagePart { Message = ours } });

        Assert.Equal(new DeliveryReport("reminder-1.ks-1@staden.example", "failed", "5.2.2"), file.Result.Mail!.Report);
        Assert.True(file.Result.Mail.AutoSubmitted);
        Assert.Equal("Mejlet kunde inte levereras.\n", file.Text);
        Assert.Empty(file.Result.Attachments);
    }

    [Theory]
    [InlineData("5.2.2", "5.2.2")]
    [InlineData("<script>", null)]
    [InlineData("5.2.2222", null)]
    public void A_report_without_our_mail_is_about_what_it_replies_to_and_its_code_is_a_code_or_nothing(string code, string? expected)
    {
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns;mx.bolaget.example" } });
        status.StatusGroups.Add(new HeaderList { { "Action", "failed" }, { "Status", code } });
        using var file = Read(
            new MultipartReport("delivery-status") { new TextPart("plain") { Text = "Mejlet kunde inte levereras." }, status },
            message => message.InReplyTo = "reminder-1.ks-1@staden.example");

        Assert.Equal(new DeliveryReport("reminder-1.ks-1@staden.example", "failed", expected), file.Result.Mail!.Report);
    }

    [Theory]
    [InlineData("Automatiskt svar: Underremiss", true)]
    [InlineData("SV: Underremiss", false)]
    public void A_program_that_wants_no_automatic_replies_has_not_written_one_itself(string subject, bool isAutomatic)
    {
        using var file = Read(new TextPart("plain") { Text = "Bolaget tillstyrker förslaget." }, message =>
        {
            message.Subject = subject;
            message.Headers.Add("X-Auto-Response-Suppress", "All");
        });

        Assert.Equal(isAutomatic, file.Result.Mail!.AutoSubmitted);
    }

    private static Extracted Read(MimeEntity body, Action<MimeMessage>? change = null, ExtractionLimits? limits = null)
    {
        using var message = Message(body);
        change?.Invoke(message);
        using var buffer = new MemoryStream();
        message.WriteTo(buffer);
        return new Extracted(buffer.ToArray(), "svar.eml", limits);
    }

    private static MimeMessage Message(MimeEntity body)
    {
        var message = new MimeMessage { Subject = "Svar på remiss – åäö", Body = body, Date = new DateTimeOffset(2023, 10, 6, 12, 0, 0, TimeSpan.FromHours(2)) };
        message.From.Add(new MailboxAddress("Registratorn", "Registrator@Bolaget.example"));
        message.To.Add(new MailboxAddress("", "remiss@staden.example"));
        return message;
    }
}
