using System.Security.Cryptography;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MimeKit;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Notifications;

namespace Remiss.Local.Tests.Runs;

public sealed class DemoTests(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void It_ends_well_and_tells_where_everyone_stands()
    {
        Assert.Equal(0, demo.FirstOutcome.ExitCode);
        Assert.Contains("SGA Fastigheter", demo.FirstOutcome.Output, StringComparison.Ordinal);
        Assert.Contains("har inte svarat", demo.FirstOutcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_document_ends_as_expected()
    {
        var actual = demo.Status.Documents.SelectMany(d => d.Arrivals.Select(a => new ExpectedDocument(a.File, d.State, d.Type, d.Stance, d.Organisation!, null)));

        Assert.Equal(
            Expected().Documents.Select(d => (d with { WithOcr = null }).ToString()).Order(StringComparer.Ordinal),
            actual.Select(d => d.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_scan_that_waited_is_read_once_there_is_ocr()
    {
        var expected = Assert.Single(Expected().Documents, d => d.WithOcr is not null);

        Assert.Equal($"Körs om: ks-2023-740/{expected.File}", demo.ReplayOutcome.Lines[0]);
        var scan = Assert.Single(demo.StatusWithOcr.Documents, d => d.File == expected.File);
        Assert.Equal(expected.WithOcr, new ExpectedWithOcr(scan.State, scan.Type, scan.Stance));
        Assert.Contains(ExtractionReasons.Ocr, scan.Reasons);
    }

    [Fact]
    public void Every_file_of_the_sample_arrived()
    {
        var files = Directory.EnumerateFiles(Samples.Documents, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Samples.Documents, file).Replace('\\', '/'));
        var arrived = demo.Status.Documents.SelectMany(d => d.Arrivals).Select(a => a.File).ToHashSet(StringComparer.Ordinal);

        Assert.All(files, file => Assert.Contains(file, arrived));
    }

    [Fact]
    public void Every_recipient_ends_as_expected() => Assert.Equal(
        Expected().Recipients, demo.Status.Recipients.Select(r => new ExpectedRecipient(r.Organisation, r.Status, r.Stance)));

    [Fact]
    public void The_same_content_twice_is_one_document_with_two_arrivals()
    {
        var duplicate = Assert.Single(demo.Status.Documents, d => d.Arrivals.Count == 2);

        Assert.Equal("familjebostader", duplicate.Organisation);
    }

    [Fact]
    public void A_corrected_answer_supersedes_the_first()
    {
        var answers = demo.Status.Documents.Where(d => d.Organisation == "svenska-bostader").ToList();

        var first = Assert.Single(answers, a => a.File.EndsWith(".docx", StringComparison.Ordinal));
        var corrected = Assert.Single(answers, a => a.File.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Equal(corrected.Sha256, first.SupersededBy);
        Assert.Null(corrected.SupersededBy);
    }

    [Fact]
    public void A_request_for_more_time_is_noted_with_the_day_it_asks_for()
    {
        var recipient = Assert.Single(demo.Status.Recipients, r => r.Organisation == "bostadsformedlingen");

        Assert.Equal((ExtensionState.Requested, new DateOnly(2023, 10, 20)), (recipient.Extension!.State, recipient.Extension.Until!.Value));
    }

    [Fact]
    public void Only_those_who_owe_an_answer_are_chased_after_the_deadline()
    {
        var chased = demo.Status.Sends
            .Where(s => s.Kind is SendKind.Reminder && s.State is SendState.Accepted && DateOnly.FromDateTime(s.At.Date) > s.Deadline)
            .Select(s => s.Organisation)
            .Distinct();

        Assert.Contains("sga-fastigheter", chased);
        Assert.DoesNotContain("bostadsformedlingen", chased);
        Assert.DoesNotContain("st-erik-markutveckling", chased);
        Assert.DoesNotContain("sisab", chased);
    }

    [Fact]
    public void The_request_goes_to_everyone_and_a_receipt_to_each_who_answered()
    {
        var dispatched = demo.Status.Sends.Where(s => s.Kind is SendKind.Dispatch).Select(s => s.Organisation).Distinct();
        var acknowledged = demo.Status.Sends.Where(s => s.Kind is SendKind.Receipt).Select(s => s.Organisation).Distinct();
        var settled = demo.Status.Recipients.Where(r => r.Status is RecipientStatus.Responded or RecipientStatus.Declined).Select(r => r.Organisation);

        Assert.Equal(demo.Status.Recipients.Select(r => r.Organisation).Order(), dispatched.Order());
        Assert.Equal(settled.Order(), acknowledged.Order());
        Assert.Contains(Directory.GetFiles(Path.Combine(demo.First, "outbox"), "notice-*.json"), file => File.ReadAllText(file).Contains("att granska", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_mail_in_the_outbox_is_whole()
    {
        var mails = Directory.GetFiles(Path.Combine(demo.First, "outbox"), "*.eml")
            .Select(file => MimeMessage.Load(file, TestContext.Current.CancellationToken))
            .ToList();

        var weekly = mails.Count(m => m.MessageId!.StartsWith("weekly", StringComparison.Ordinal));
        Assert.True(weekly > 0);
        Assert.Equal(demo.Status.Sends.Count(s => s.Channel is Channel.Mail && s.State is SendState.Accepted), mails.Count - weekly);
        Assert.All(mails, mail =>
        {
            Assert.False(string.IsNullOrWhiteSpace(mail.TextBody));
            Assert.Contains("lang=\"sv\"", mail.HtmlBody, StringComparison.Ordinal);
            Assert.NotEmpty(mail.To);
        });
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(demo.First, "outbox"), "*.json"));
    }

    [Fact]
    public void The_draft_passes_the_validator()
    {
        using var document = WordprocessingDocument.Open(Path.Combine(demo.First, "tjansteutlatande.docx"), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Every_recipient_stands_in_the_draft()
    {
        using var document = WordprocessingDocument.Open(Path.Combine(demo.First, "tjansteutlatande.docx"), isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;

        Assert.Contains("remissvar har i huvudsak följande lydelse (bilaga 1)", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["SISAB", "Svenska Bostäder", "Familjebostäder", "Stockholmshem", "Micasa", "Stokab", "SGA Fastigheter"],
            name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_bilaga_is_an_original_byte_for_byte()
    {
        var known = demo.Status.Documents.Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
        var bilagor = Directory.GetFiles(Path.Combine(demo.First, "bilagor"));

        Assert.Equal(8, bilagor.Length);
        Assert.All(bilagor, file => Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), known));
    }

    [Fact]
    public void The_weekly_report_and_the_tables_are_there()
    {
        Assert.Contains("KS 2023/740", File.ReadAllText(Path.Combine(demo.First, "weekly.html")), StringComparison.Ordinal);
        Assert.Equal(demo.Status.Recipients.Count + 1, File.ReadAllLines(Path.Combine(demo.First, "status.csv")).Length);
        Assert.All(File.ReadAllLines(Path.Combine(demo.First, "audit.jsonl")), line => Assert.NotNull(JsonDocument.Parse(line)));
    }

    [Theory]
    [InlineData("status.json")]
    [InlineData("audit.jsonl")]
    public void A_second_run_leaves_the_ledger_as_it_was(string file)
    {
        Assert.Equal(0, demo.SecondOutcome.ExitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(demo.First, file)), File.ReadAllText(Path.Combine(demo.Second, file)));
    }

    [Fact]
    public void A_second_run_sends_nothing_again() => Assert.Equal(Outbox(demo.First), Outbox(demo.Second));

    private static SortedDictionary<string, string> Outbox(string folder) => new(
        Directory.GetFiles(Path.Combine(folder, "outbox")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);

    private static Expectation Expected() =>
        JsonSerializer.Deserialize<Expectation>(File.ReadAllText(Path.Combine(Samples.Folder, "expected.json")), RemissJson.Options)!;

    private sealed record Expectation(IReadOnlyList<ExpectedDocument> Documents, IReadOnlyList<ExpectedRecipient> Recipients);

    /// <param name="WithOcr">Where OCR makes a difference.</param>
    private sealed record ExpectedDocument(
        string File, DocumentState State, DocumentType? Type, Stance? Stance, string Organisation, ExpectedWithOcr? WithOcr);

    private sealed record ExpectedWithOcr(DocumentState State, DocumentType? Type, Stance? Stance);

    private sealed record ExpectedRecipient(string Organisation, RecipientStatus Status, Stance? Stance);
}
