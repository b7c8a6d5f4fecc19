using System.Text;
using MimeKit;
using Remiss.Cases;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reports;

public static class WeeklyMailTests
{
    [Fact]
    public static async Task The_chart_lies_in_the_mail_with_its_words_and_the_table_is_attached()
    {
        var office = await Office.OpenAsync("2023-10-09 08:00");
        await office.SetAsync("sisab", r => r with { Status = RecipientStatus.Declined });

        await office.ReportAsync();

        var mail = Assert.Single(office.Mails);
        Assert.Contains("src=\"cid:laget-ks-2023-740\" alt=\"Stapel &#xF6;ver 2 remissinstanser: 1 avst&#xE5;r, 1 f&#xF6;rsenat.\"", mail.HtmlBody, StringComparison.Ordinal);
        var chart = Assert.Single(mail.BodyParts.OfType<MimePart>(), p => p.ContentId == "laget-ks-2023-740");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Content(chart)[..4]);
        var table = Assert.Single(mail.Attachments.OfType<MimePart>(), p => p.FileName == "remisser-2023-v41.csv");
        Assert.Equal(
            [
                "\uFEFF\"Ärende\";\"Remissinstans\";\"Läge\";\"Svar senast\";\"Kom in\";\"Arbetsdagar sent\";\"Ställningstagande\";\"Anmärkning\"",
                "\"KS 2023/740\";\"SISAB\";\"Avstår\";\"2023-10-06\";\"\";\"1\";\"\";\"\"",
                "\"KS 2023/740\";\"Stockholmshem\";\"Försenat\";\"2023-10-06\";\"\";\"1\";\"\";\"\"",
                "",
            ],
            Encoding.UTF8.GetString(Content(table)).Split("\r\n"));
    }

    [Fact]
    public static void The_chart_has_a_part_for_each_standing_in_its_share()
    {
        Recipient[] recipients =
        [
            Office.RecipientOf("sisab", 1) with { Status = RecipientStatus.Responded },
            Office.RecipientOf("stockholmshem", 2),
        ];
        var status = WeeklyStatus.Of([new CaseLedger(Office.Case, recipients, [], [], [])], [], [], Office.Register, Office.At("2023-10-09 08:00"));

        using var picture = SkiaSharp.SKBitmap.Decode(StandingChart.Draw(Assert.Single(status.Cases)));

        Assert.Equal((2 * StandingChart.Width, 2 * StandingChart.Height), (picture.Width, picture.Height));
        Assert.Equal(SkiaSharp.SKColor.Parse(StandingChart.ColourOf(Standing.Answered)), picture.GetPixel(20, StandingChart.Height));
        Assert.Equal(SkiaSharp.SKColor.Parse(StandingChart.ColourOf(Standing.Late)), picture.GetPixel(2 * StandingChart.Width - 20, StandingChart.Height));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("@SUM(1)")]
    [InlineData("-2")]
    public static void R13_A_name_in_the_table_is_never_a_formula(string name)
    {
        var register = new Register([new() { Id = "sisab", Name = name }]);
        var status = WeeklyStatus.Of([new CaseLedger(Office.Case, [Office.RecipientOf("sisab", 1)], [], [], [])], [], [], register, Office.At("2023-10-09 08:00"));

        Assert.Contains($"\"'{name}\"", Encoding.UTF8.GetString(WeeklyCsv.Write(status)), StringComparison.Ordinal);
    }

    private static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }
}
