using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Msg;

public sealed class MsgReaderTests
{
    private const int Subject = 0x0037;
    private const int Body = 0x1000;
    private const int Html = 0x1013;
    private const int Compressed = 0x1009;

    [Fact]
    public void Text_header_and_attachments_are_taken_apart()
    {
        var sent = new DateTime(2023, 10, 6, 10, 0, 0, DateTimeKind.Utc);
        using var file = new Extracted(new MsgFile()
            .Text(Subject, "Svar på remiss – åäö").Text(Body, "Hej!\r\n\r\nHär kommer vårt svar.\r\n").Text(Html, "<p>Annat</p><img src=\"cid:logo@x\">")
            .Text(0x5D01, "Registrator@Bolaget.example").Text(0x1042, "<fråga@example.test>")
            .Text(0x007D, "Auto-Submitted: auto-replied\r\nMessage-ID: <a@b>\r\n").Number(0x0039, 0x40, sent.ToFileTimeUtc())
            .Recipient("Remiss@staden.example").Attachment("logo.png", [1, 2], "logo@x").Attachment("../Svar åäö.pdf", "%PDF-1.4"u8.ToArray()).Build(), "svar.msg");

        Assert.Equal((ExtractionState.Read, "msg", 0), (file.Result.State, file.Result.Format, file.Result.Reasons.Count));
        Assert.Equal("Hej!\nHär kommer vårt svar.\n", file.Text);
        var mail = file.Result.Mail!;
        Assert.Equal(("registrator@bolaget.example", "Svar på remiss – åäö"), (mail.From, mail.Subject));
        Assert.Equal(["remiss@staden.example"], mail.To);
        Assert.Equal(sent, mail.Date);
        Assert.Equal(("a@b", "fråga@example.test", true), (mail.MessageId, mail.InReplyTo, mail.AutoSubmitted));
        Assert.Equal("Svar åäö.pdf", Assert.Single(file.Result.Attachments).Name);
    }

    [Fact]
    public void A_message_inside_becomes_a_file_that_reads_by_itself()
    {
        var innermost = new MsgFile().Text(Subject, "Innerst").Text(Body, "Bolaget avstår.");
        var inner = new MsgFile().Text(Subject, "VB: 1/2").Text(Body, "Se nedan.").Number(0x0039, 0x40, DateTime.UnixEpoch.ToFileTimeUtc()).Attachment(innermost);
        using var file = new Extracted(new MsgFile().Text(Body, "Se bifogat.").Attachment(inner).Build(), "svar.msg");

        var attachment = Assert.Single(file.Result.Attachments);
        Assert.Equal("VB: 1-2.msg", attachment.Name);
        using var second = new Extracted(File.ReadAllBytes(attachment.Path), attachment.Name);
        Assert.Equal("Se nedan.\n", second.Text);
        Assert.Equal(DateTime.UnixEpoch, second.Result.Mail!.Date);
        using var third = new Extracted(File.ReadAllBytes(Assert.Single(second.Result.Attachments).Path), "x.msg");
        Assert.Equal("Bolaget avstår.\n", third.Text);
    }

    [Fact]
    public void Bodies_in_old_code_pages_and_in_html_are_read()
    {
        using var narrow = new Extracted(new MsgFile().Number(0x3FFD, 3, 1251).Narrow(Body, [0xCF, 0xF0, 0xE8]).Build(), "svar.msg");
        using var html = new Extracted(new MsgFile().Number(0x3FDE, 3, 1252).Bytes(Html, Encoding.Latin1.GetBytes("<p>Bolaget är för.</p>")).Build(), "svar.msg");

        Assert.Equal("При\n", narrow.Text);
        Assert.Equal("Bolaget är för.\n", html.Text);
    }

    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg1252 Bolaget \'e4r f\'f6r.\par}", "Bolaget är för.\n")]
    [InlineData(@"{\rtf1\ansi\ansicpg1252\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Bolaget \'e4r {\*\htmltag84 <b>}f\u246?r{\*\htmltag92 </b>}.\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}{\*\htmltag64 <p>}Slut{\*\htmltag72 </p>}}", "Bolaget är för.\nSlut\n")]
    public void A_rich_body_is_read_and_html_is_unwrapped_from_it(string rich, string expected)
    {
        using var file = new Extracted(new MsgFile().Bytes(Compressed, Stored(rich)).Build(), "svar.msg");

        Assert.Equal(expected, file.Text);
    }

    [Fact]
    public void A_compressed_body_is_inflated()
    {
        // The example of [MS-OXRTFCP] 4.1.1.
        byte[] example =
        [
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 0x03, 0, 0x0a, 0, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32,
            0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09, 0, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0,
        ];
        using var file = new Extracted(new MsgFile().Bytes(Compressed, example).Build(), "svar.msg");

        Assert.Equal("hello world\n", file.Text);
    }

    [Fact]
    public void A_locked_message_is_named()
    {
        using var file = new Extracted(new MsgFile().Text(0x001A, "IPM.Note.SMIME").Attachment("smime.p7m", [1]).Build(), "svar.msg");

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.Encrypted), (file.Result.State, Assert.Single(file.Result.Reasons)));
    }

    private static byte[] Stored(string rich) =>
        [.. BitConverter.GetBytes(rich.Length + 12), .. BitConverter.GetBytes(rich.Length), .. "MELA"u8, 0, 0, 0, 0, .. Encoding.Latin1.GetBytes(rich)];
}
