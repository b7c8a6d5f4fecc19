using System.Net;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reports;

public static class WeeklyStatusTests
{
    private static readonly DateTimeOffset Now = Office.At("2023-10-09 08:00");

    [Theory]
    [InlineData(RecipientStatus.Responded, DocumentState.Accepted, "2023-10-06", Standing.Answered)]
    [InlineData(RecipientStatus.Responded, DocumentState.Review, "2023-10-06", Standing.Answered)]
    [InlineData(RecipientStatus.Declined, DocumentState.Accepted, "2023-10-06", Standing.Declined)]
    [InlineData(RecipientStatus.Withdrawn, DocumentState.Review, "2023-10-06", Standing.Withdrawn)]
    [InlineData(RecipientStatus.Awaiting, DocumentState.Review, "2023-10-06", Standing.InReview)]
    [InlineData(RecipientStatus.Awaiting, DocumentState.Failed, "2023-10-20", Standing.InReview)]
    [InlineData(RecipientStatus.Awaiting, DocumentState.Accepted, "2023-10-06", Standing.Late)]
    [InlineData(RecipientStatus.Awaiting, DocumentState.Accepted, "2023-10-07", Standing.Awaited)]
    [InlineData(RecipientStatus.Awaiting, DocumentState.Accepted, "2023-10-09", Standing.Awaited)]
    public static void Every_recipient_stands_in_one_place(RecipientStatus status, DocumentState state, string deadline, Standing standing)
    {
        var recipient = Office.RecipientOf("sisab", 1) with { Status = status, Deadline = DateOnly.ParseExact(deadline, "yyyy-MM-dd") };

        var report = Report([recipient], [DocumentOf("sisab", "a", state, "2023-10-02 09:00")]);

        Assert.Equal(standing, Assert.Single(report.Recipients).Standing);
        Assert.All(Enum.GetValues<Standing>(), s => Assert.Equal(s == standing ? 1 : 0, report.Count(s)));
    }

    [Theory]
    [InlineData("2023-10-06 23:59", 0, "6 oktober")]
    [InlineData("2023-10-09 07:00", 1, "9 oktober, 1 arbetsdag sent")]
    public static void An_answer_is_told_with_its_stance_its_day_and_how_late_it_was(string arrived, int late, string dates)
    {
        var recipient = Office.RecipientOf("sisab", 1) with { Status = RecipientStatus.Responded, Answer = "a" };

        var row = Assert.Single(Report([recipient], [DocumentOf("sisab", "a", DocumentState.Accepted, arrived, Stance.IngenErinran)]).Recipients);

        Assert.Equal((Stance.IngenErinran, late), (row.Stance, row.DaysLate));
        Assert.Equal((dates, "ingen erinran"), (ReportWords.Dates(row), ReportWords.Note(row)));
    }

    [Fact]
    public static void Days_left_are_counted_to_both_deadlines()
    {
        var report = Report([], []);

        Assert.Equal((-3, 18), (report.DaysLeft, report.RemitterDaysLeft));
        Assert.Contains("(för 3 dagar sedan)", ReportWords.Deadlines(report), StringComparison.Ordinal);
        Assert.Contains("(om 18 dagar)", ReportWords.Deadlines(report), StringComparison.Ordinal);
    }

    [Fact]
    public static void Only_the_last_seven_days_count_as_changes()
    {
        Recipient[] recipients =
        [
            Office.RecipientOf("sisab", 1) with { Status = RecipientStatus.Responded, Answer = "new" },
            Office.RecipientOf("stockholmshem", 2) with { Status = RecipientStatus.Responded, Answer = "old" },
        ];
        Document[] documents =
        [
            DocumentOf("sisab", "new", DocumentState.Accepted, "2023-10-02 09:00", Stance.Tillstyrker),
            DocumentOf("stockholmshem", "old", DocumentState.Accepted, "2023-09-29 09:00", Stance.Avstyrker),
        ];
        Send[] sends = [Reminder("sisab", "2023-10-02 07:59"), Reminder("sisab", "2023-10-03 08:00"), Reminder("sisab", "2023-10-03 08:00") with { State = SendState.Passed }];
        Arrival[] arrivals = [ArrivalAt("2023-10-02 07:59"), ArrivalAt("2023-10-02 09:00"), ArrivalAt("2023-10-08 09:00")];

        var changes = Report(recipients, documents, arrivals, sends).Changes;

        Assert.Equal(
            ["2 filer kom in.", "SISAB svarade 2 oktober: tillstyrker.", "SISAB påmindes 3 oktober."],
            ReportWords.Changes(changes));
    }

    [Fact]
    public static void What_waits_for_a_person_is_listed_with_its_reasons()
    {
        var asking = Office.RecipientOf("sisab", 1) with { Extension = new(ExtensionState.Requested, new(2023, 10, 5), new(2023, 10, 20), "x") };
        Document[] documents =
        [
            DocumentOf("stockholmshem", "svar.pdf", DocumentState.Review, "2023-10-02 09:00") with { Reasons = ["Brevhuvudet nämner ett annat bolag."] },
            DocumentOf("stockholmshem", "trasig.pdf", DocumentState.Unreadable, "2023-10-02 09:00") with { Reasons = ["corrupt"] },
            DocumentOf("stockholmshem", "scan.pdf", DocumentState.NeedsOcr, "2023-10-02 09:00"),
            DocumentOf("stockholmshem", "fel.docx", DocumentState.Failed, "2023-10-02 09:00") with { Reasons = ["Steget extract misslyckades"] },
            DocumentOf("stockholmshem", "klart.pdf", DocumentState.Accepted, "2023-10-02 09:00"),
            DocumentOf("stockholmshem", "nytt.pdf", DocumentState.Received, "2023-10-02 09:00"),
        ];
        Send[] sends =
        [
            Reminder("sisab", "2023-09-01 08:00") with { State = SendState.Unknown },
            Reminder("sisab", "2023-10-06 08:00") with { State = SendState.Rejected },
            Reminder("sisab", "2023-09-01 08:00") with { State = SendState.Rejected },
            Reminder("sisab", "2023-10-09 07:00") with { State = SendState.Owed, Detail = "Graph svarade 403." },
            Reminder("sisab", "2023-10-09 07:00") with { State = SendState.Owed },
        ];

        var report = Report([asking], documents, sends: sends);

        Assert.Equal(
            [
                "SISAB vill ha anstånd till 20 oktober. Säg ja eller nej; till dess skickas inga påminnelser.",
                "svar.pdf från Stockholmshem väntar på granskning: Brevhuvudet nämner ett annat bolag.",
                "trasig.pdf från Stockholmshem: Filen är skadad och går inte att läsa.",
                "scan.pdf från Stockholmshem är inskannad och har ingen text.",
                "fel.docx från Stockholmshem kunde inte behandlas: Steget extract misslyckades.",
                "Mejlet om SISAB till svar@sisab.example 1 september kom kanske inte fram, kontrollera innan du skickar igen.",
                "Mejlet om SISAB till svar@sisab.example 6 oktober togs inte emot.",
                "Mejlet om SISAB till svar@sisab.example 9 oktober har inte kunnat skickas än; det försöks igen.",
            ],
            ReportWords.Todo(report));
        Assert.Equal((2, 1, 8), (report.Unreadable, report.Failed, report.TodoCount));
    }

    [Fact]
    public static void The_subject_counts_answers_delays_and_work()
    {
        Recipient[] recipients = [Office.RecipientOf("sisab", 1) with { Status = RecipientStatus.Responded }, Office.RecipientOf("stockholmshem", 2)];

        var status = WeeklyStatus.Of([LedgerOf(recipients, [])], [DocumentOf("_", "vilse.pdf", DocumentState.Review, "2023-10-02 09:00")], [], Office.Register, Now);

        Assert.Equal("Remisser vecka 41: 1 av 2 svar, 1 försenat, 1 att ta hand om", ReportWords.Subject(status));
        Assert.Contains("vilse.pdf från okänd avsändare väntar på granskning.", WeeklyText.Of(status), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Hostile_file_names_and_reasons_stay_text()
    {
        const string name = "<script>alert(1)</script>\r\n\u202Efdp.pdf";
        var document = DocumentOf("sisab", name, DocumentState.Review, "2023-10-02 09:00") with { Reasons = ["<a href=\"https://x.example\">klicka</a>\r\n" + new string('x', 5000)] };

        var status = WeeklyStatus.Of([LedgerOf([Office.RecipientOf("sisab", 1)], [document])], [document], [], Office.Register, Now);
        var html = await Office.Renderer.RenderAsync<WeeklyMail>(new Dictionary<string, object?> { ["Status"] = status, ["Picture"] = (Func<WeeklyCase, string>)(_ => "cid:x") });

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', WebUtility.HtmlDecode(html));
        Assert.DoesNotContain(new string('x', 200), html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', WeeklyText.Of(status));
    }

    [Fact]
    public static void Every_label_has_its_Swedish_word()
    {
        Assert.Distinct(Enum.GetValues<Standing>().Select(ReportWords.Of));
        Assert.Distinct(Enum.GetValues<Stance>().Select(ReportWords.Of));
        Assert.Distinct(Enum.GetValues<DocumentState>().Where(s => s is not DocumentState.Extracted).Select(ReportWords.Of));
    }

    private static WeeklyCase Report(
        IReadOnlyList<Recipient> recipients, IReadOnlyList<Document> documents, IReadOnlyList<Arrival>? arrivals = null, IReadOnlyList<Send>? sends = null) =>
        Assert.Single(WeeklyStatus.Of([LedgerOf(recipients, documents, arrivals, sends)], [], [], Office.Register, Now).Cases);

    private static CaseLedger LedgerOf(
        IReadOnlyList<Recipient> recipients, IReadOnlyList<Document> documents, IReadOnlyList<Arrival>? arrivals = null, IReadOnlyList<Send>? sends = null) =>
        new(Office.Case, recipients, documents, arrivals ?? [], sends ?? []);

    private static Document DocumentOf(string organisation, string file, DocumentState state, string arrived, Stance? stance = null) => new()
    {
        Organisation = organisation,
        Sha256 = file,
        Path = $"ks-2023-740/{organisation}/{file.Replace("</", "<", StringComparison.Ordinal)}",
        Size = 1,
        State = state,
        ArrivedAt = Office.At(arrived),
        Classification = stance is { } known
            ? new() { Type = DocumentType.Remissvar, TypeConfidence = 1, Stance = known, StanceConfidence = 1, Review = false }
            : null,
    };

    private static Send Reminder(string organisation, string at) => new()
    {
        Kind = SendKind.Reminder,
        Organisation = organisation,
        Deadline = Office.Case.RecipientDeadline,
        Slot = 2,
        Channel = Channel.Mail,
        Contact = "svar@sisab.example",
        State = SendState.Accepted,
        At = Office.At(at),
    };

    private static Arrival ArrivalAt(string at) => new()
    {
        Path = "ks-2023-740/sisab/a",
        Version = at,
        Organisation = "sisab",
        Sha256 = "a",
        Size = 1,
        ArrivedAt = Office.At(at),
        StoredAt = Office.At(at),
    };
}
