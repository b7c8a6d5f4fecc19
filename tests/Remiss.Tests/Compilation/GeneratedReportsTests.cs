using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Cases;
using Remiss.Compilation.Docx;
using Remiss.Compilation.Report;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation;

/// <summary>What holds whatever is in the ledger.</summary>
public sealed class GeneratedReportsTests(ITestOutputHelper output)
{
    private const int Cases = 500;

    private static readonly Regex Source = new("^(?:bilaga|utdrag)\\d+_(?<sha>[0-9a-f]{8})_p(?<page>\\d+)_(?<start>\\d+)_(?<length>\\d+)$", RegexOptions.NonBacktracking);

    /// <summary>Read back from the documents by bookmark, and not from the model.</summary>
    [Fact]
    public void Every_quote_in_500_compiled_documents_is_an_exact_range_of_its_answers_text()
    {
        var (quotes, exact) = (0, 0);
        for (var seed = 0; seed < Cases; seed++)
        {
            var generated = GeneratedCase.Of(seed);
            var model = generated.InProgress.Compile(generated.Choices, generated.Attestation);
            using var document = Open(model);
            foreach (var bookmark in document.MainDocumentPart!.Document!.Descendants<BookmarkStart>())
            {
                quotes++;
                if (IsExact(bookmark, generated.InProgress)) exact++;
            }

            Assert.Equal(
                model.Answers.Sum(a => a.Quotes.Count) + model.Topics.SelectMany(t => t.Extracts).Concat(model.Requests).Sum(e => e.Quotes.Count),
                document.MainDocumentPart.Document.Descendants<BookmarkStart>().Count());
        }

        output.WriteLine($"R16: {exact} of {quotes} quotes in {Cases} documents are exact ranges ({100.0 * exact / quotes:F1} %)");
        Assert.True(quotes > 1000, $"{quotes} quotes");
        Assert.Equal(quotes, exact);
    }

    [Fact]
    public void Every_recipient_stands_exactly_once_and_bilagor_are_numbered_without_a_gap()
    {
        for (var seed = 0; seed < 2 * Cases; seed++)
        {
            var generated = GeneratedCase.Of(seed);
            var recipients = generated.InProgress.Ledger.Recipients.Select(r => r.Organisation).Order(StringComparer.Ordinal).ToList();

            var model = generated.InProgress.Compile(generated.Choices, generated.Attestation);

            Assert.Equal(recipients, model.Answers.Select(a => a.Organisation).Concat(model.WithoutAnswer.Select(w => w.Organisation)).Order(StringComparer.Ordinal));
            Assert.Equal(recipients, model.Overview.Select(r => r.Organisation).Order(StringComparer.Ordinal));
            Assert.Equal(Enumerable.Range(1, model.Bilagor.Count), model.Bilagor.Select(b => b.Number));
            Assert.All(model.Bilagor, b => Assert.Equal(b.Files.Count, b.Files.Select(f => f.Label).Distinct().Count()));
            Assert.All(model.Answers, a => Assert.Equal(a.Organisation, model.Bilagor[a.Bilaga - 1].Organisation));
            Assert.Equal(generated.Attestation?.Bilagor ?? [], model.Bilagor.Take(generated.Attestation?.Bilagor.Count ?? 0));
        }
    }

    [Fact]
    public void Generated_documents_are_valid_Open_XML()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var generated = GeneratedCase.Of(seed);
            using var document = Open(generated.InProgress.Compile(generated.Choices, generated.Attestation));

            var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);

            Assert.Empty(errors.Select(e => $"{seed}: {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public void A_report_of_200_recipients_is_compiled()
    {
        var inProgress = new CaseInProgress();
        inProgress.Case = inProgress.Case with { Topics = [.. Enumerable.Range(0, 6).Select(i => new Topic($"t{i}", $"Fråga {i}"))] };
        var sentences = Enumerable.Range(0, 60).Select(i => $"Bolaget anser i fråga {i} att ansvaret mellan parterna behöver bli tydligare.").ToArray();
        for (var i = 0; i < 200; i++)
        {
            inProgress.Recipient($"r{i}", $"Bolaget {i} AB");
            var answer = inProgress.Counts(inProgress.Add($"r{i}", stance: (Stance)(i % 7), text: string.Join('\n', sentences), passages: sentences[..5]));
            var passages = answer.Classification!.Passages.Select((p, n) => p with { Topic = $"t{(i + n) % 6}" });
            inProgress.Change(answer, answer with { Classification = answer.Classification with { Passages = [.. passages] } });
        }

        var watch = Stopwatch.StartNew();
        using var document = Open(inProgress.Compile());

        output.WriteLine($"200 recipients with five quotes each, 6 topics: {watch.ElapsedMilliseconds} ms");
        var overview = document.MainDocumentPart!.Document!.Descendants<Table>().First();
        Assert.Equal(201, overview.Elements<TableRow>().Count());
    }

    private static WordprocessingDocument Open(ReportModel model)
    {
        var stream = new MemoryStream();
        ReportWriter.Write(model, stream);
        return WordprocessingDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
    }

    private static bool IsExact(BookmarkStart bookmark, CaseInProgress inProgress)
    {
        if (Source.Match(bookmark.Name!.Value!) is not { Success: true } source) return false;
        int Number(string group) => int.Parse(source.Groups[group].Value, CultureInfo.InvariantCulture);
        var text = inProgress.Texts.Single(t => t.Key.StartsWith(source.Groups["sha"].Value, StringComparison.Ordinal)).Value;
        return Number("page") == text.PageAt(Number("start")) && Between(bookmark) == text.Text.Substring(Number("start"), Number("length"));
    }

    private static string Between(BookmarkStart bookmark) => string.Concat(bookmark.ElementsAfter()
        .TakeWhile(e => e is not BookmarkEnd)
        .SelectMany(e => e is Run ? e.ChildElements : (IEnumerable<OpenXmlElement>)[])
        .Select(e => e switch { Text text => text.Text, TabChar => "\t", CarriageReturn => "\r", Break => "\n", _ => "" }));
}
