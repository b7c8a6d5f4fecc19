using MimeKit;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Mail;

public sealed class TnefTests
{
    [Theory]
    [InlineData("application/ms-tnef")]
    [InlineData("application/octet-stream")]
    public void What_Outlook_packed_in_a_mail_is_unpacked(string type)
    {
        var packed = new TnefFile().Text("Bolaget tillstyrker förslaget.").Attachment("Yttrande.pdf", "%PDF-1.4"u8).Build();
        using var file = new Extracted(Mail(type, packed), "svar.eml");

        Assert.Equal((ExtractionState.Read, "eml"), (file.Result.State, file.Result.Format));
        Assert.Equal("Bolaget tillstyrker förslaget.\n", file.Text);
        var attachment = Assert.Single(file.Result.Attachments);
        Assert.Equal(("Yttrande.pdf", 8), (attachment.Name, attachment.Length));
    }

    [Fact]
    public void Saved_by_itself_it_is_read_as_a_mail()
    {
        var packed = new TnefFile().Text("Bolaget avstår.").Attachment("Bilaga åäö.txt", "Hej"u8).Build();
        using var file = new Extracted(packed, "winmail.dat");

        Assert.Equal((ExtractionState.Read, "tnef"), (file.Result.State, file.Result.Format));
        Assert.Equal("Bolaget avstår.\n", file.Text);
        Assert.Equal("Bilaga åäö.txt", Assert.Single(file.Result.Attachments).Name);
    }

    [Fact]
    public void Its_rich_text_is_its_text()
    {
        using var file = new Extracted(new TnefFile().RichText(@"{\rtf1\ansi\ansicpg1252 Bolaget tillstyrker f\'f6rslaget.\par}").Build(), "winmail.dat");

        Assert.Equal("Bolaget tillstyrker förslaget.\n", file.Text);
        Assert.Empty(file.Result.Attachments);
    }

    [Fact]
    public void What_is_broken_stays_with_its_mail_and_is_corrupt_by_itself()
    {
        var broken = new TnefFile().Text("Bolaget tillstyrker förslaget.").Build()[..40];
        using var mail = new Extracted(Mail("application/ms-tnef", broken), "svar.eml");
        using var alone = new Extracted(broken[..9], "winmail.dat");

        Assert.NotEqual(ExtractionState.NeedsOcr, mail.Result.State);
        Assert.Equal(ExtractionState.Unreadable, alone.Result.State);
        Assert.Single(alone.Result.Reasons);
    }

    private static byte[] Mail(string type, byte[] packed)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Registrator", "registrator@bolaget.example"));
        message.Subject = "Svar";
        var (kind, subtype) = (type.Split('/')[0], type.Split('/')[1]);
        message.Body = new Multipart("mixed") { new MimePart(kind, subtype) { Content = new MimeContent(new MemoryStream(packed)), FileName = "winmail.dat", ContentTransferEncoding = ContentEncoding.Base64 } };
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }
}
