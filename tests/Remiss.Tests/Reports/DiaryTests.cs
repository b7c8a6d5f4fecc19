using System.Text;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Reports;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reports;

public sealed class DiaryTests
{
    [Fact]
    public async Task Every_arrival_has_its_row_with_numbers_hash_and_way_in()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.", file: "svar.txt");
        await desk.SetAsync(id, d => d with { Classification = d.Classification! with { Dnr = new(["SISAB 2023/9"], ["KS 2023/740"]), Date = new(2023, 10, 2) } });
        await desk.DecideAsync(id, new ReviewDecision.Move(new(Desk.CaseId, "stockholmshem")));

        var row = Assert.Single(Diary.Of(await desk.ReadAsync(), Office.Register));

        Assert.Equal(("KS 2023/740", "AB Stockholmshem", id.Sha256, "inbox", 5L), (row.OurDnr, row.OrganisationName, row.Sha256, row.Way, row.Size));
        Assert.Equal(["flyttad från SISAB i ks-2023-740 av Handläggare Ett"], row.Remarks);
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_that_a_sender_wrote()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.");
        await desk.SetAsync(id, d => d with { Classification = d.Classification! with { Dnr = new(["=cmd|' /C calc'!A0"], []) } });
        var rows = Diary.Of(await desk.ReadAsync(), Office.Register).Select(r => r with { Sender = "@SUM(1)\r\n=2", File = "+1;\"x" });

        var csv = Encoding.UTF8.GetString(Diary.Csv(rows));

        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=cmd|' /C calc'!A0\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'@SUM(1) =2\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'+1;\"\"x\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_in_words_what_the_data_has_as_labels()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.");
        await desk.SetAsync(id, d => d with { State = DocumentState.Review, Classification = d.Classification! with { Type = DocumentType.Tjansteutlatande } });
        var row = Assert.Single(Diary.Of(await desk.ReadAsync(), Office.Register)) with { Way = "upload" };

        var cells = Encoding.UTF8.GetString(Diary.Csv([row])).Split("\r\n")[1].Split(';');

        Assert.Equal(("tjansteutlatande", "review"), (row.Type, row.State));
        Assert.Equal(["\"uppladdningssidan\"", "\"tjänsteutlåtande\"", "\"ska granskas\""], [cells[8], cells[10], cells[12]]);
    }

    [Fact]
    public void A_way_in_tells_which_it_is()
    {
        var origin = new Origin("ks-1/sisab/svar.pdf", "1", DateTimeOffset.UnixEpoch, "Avsändare") { Way = "upload" };

        Assert.Equal(origin, Origin.FromMetadata(origin.ToMetadata()));
    }
}
