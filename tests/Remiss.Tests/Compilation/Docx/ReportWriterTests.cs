using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Cases;
using Remiss.Compilation.Docx;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using DocumentType = Remiss.Intake.Classification.DocumentType;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Remiss.Tests.Compilation.Docx;

public sealed class ReportWriterTests
{
    private const string Hostile = "A & B <w:p/> \u202Eavig\u200F \u0001\u000B\uD800 {PAGE} ]]> =cmd|' /C calc'!A0 \"x\"";

    [Fact]
    public void The_document_is_valid_Open_XML()
    {
        foreach (var model in new[] { Rich(), new CaseInProgress().Compile(), HostileModel() })
        {
            using var document = Open(Write(model));

            var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);

            Assert.Empty(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes()
    {
        var first = Write(Rich());

        Assert.Equal(first, Write(Rich()));
        Assert.NotEqual(first, Write(Rich() with { Summary = ["Annat."] }));
    }

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        var (expected, culture) = (Write(Rich()), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, Write(Rich()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Every_quote_reads_back_as_the_range_of_the_text_that_its_bookmark_names()
    {
        var inProgress = RichCase();
        var model = inProgress.Compile();
        using var document = Open(Write(model));

        var paragraphs = Paragraphs(document).Where(p => StyleOf(p) == "Quote").ToList();

        var quotes = model.Answers.SelectMany(a => a.Quotes.Select(q => (a.Bilaga, Quote: q))).ToList();
        Assert.Equal(7, quotes.Count);
        Assert.Equal(quotes.Select(q => q.Quote.Text), paragraphs.Select(TextOf));
        Assert.All(quotes, q => Assert.Equal(
            q.Quote.Text, inProgress.Texts[q.Quote.Source.Document].Text.Substring(q.Quote.Source.Start, q.Quote.Source.Length)));
        Assert.Equal(
            quotes.Select(q => $"bilaga{q.Bilaga}_{q.Quote.Source.Document[..8]}_p{q.Quote.Source.Page}_{q.Quote.Source.Start}_{q.Quote.Source.Length}"),
            paragraphs.Select(p => Assert.Single(p.Elements<BookmarkStart>()).Name!.Value!));
        Assert.All(paragraphs.SelectMany(p => p.Descendants<Text>()), t => Assert.Equal(SpaceProcessingModeValues.Preserve, t.Space!.Value));
    }

    [Fact]
    public void A_quoted_list_item_gets_a_bullet_unless_its_text_brought_one()
    {
        var inProgress = new CaseInProgress().Recipient("a");
        var answer = inProgress.Counts(inProgress.Add("a", text: "kartor\n• bilder\nSlut.", passages: ["kartor\n• bilder\nSlut."]));
        var text = inProgress.Texts[answer.Sha256];
        inProgress.Texts[answer.Sha256] = text with { Paragraphs = [text.Paragraphs[0] with { Kind = ParagraphKind.ListItem }, .. text.Paragraphs.Skip(1)] };

        using var document = Open(Write(inProgress.Compile()));

        var quotes = Paragraphs(document).Where(p => StyleOf(p) == "Quote").ToList();
        Assert.Equal(["kartor", "• bilder", "Slut."], quotes.Select(TextOf));
        Assert.Equal([true, false, false], quotes.Select(q => q.ParagraphProperties!.NumberingProperties is not null));
        Assert.Equal([true, true, false], quotes.Select(q => q.ParagraphProperties!.Indentation is not null));
    }

    [Fact]
    public void A_character_that_XML_cannot_hold_parts_the_quote_so_that_each_part_is_an_exact_range()
    {
        using var document = Open(Write(HostileModel()));

        var quotes = Paragraphs(document).Where(p => StyleOf(p) == "Quote").Select(TextOf).ToList();

        Assert.Equal(["A & B <w:p/> \u202Eavig\u200F", "{PAGE} ]]> =cmd|' /C calc'!A0 \"x\""], quotes);
    }

    [Fact]
    public void The_sections_stand_in_order_and_no_heading_level_is_skipped()
    {
        using var document = Open(Write(Rich()));

        var headings = Paragraphs(document).Where(p => StyleOf(p)?.StartsWith("Heading", StringComparison.Ordinal) == true).ToList();

        Assert.Equal(
            ["Sammanfattning", "Ärendet", "Underremiss", "Koncernledningens synpunkter och förslag", "Bilagor", "Attesterat av"],
            headings.Where(h => StyleOf(h) == "Heading1").Select(TextOf));
        var levels = headings.Select(h => StyleOf(h)![^1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(headings, h => Assert.NotEqual("", TextOf(h)));
        Assert.Equal("Title", StyleOf(Paragraphs(document).First(p => TextOf(p) == "Remiss av övergripande samverkansöverenskommelse")));
    }

    [Fact]
    public void Every_style_that_is_used_is_defined()
    {
        using var document = Open(Write(Rich()));
        var main = document.MainDocumentPart!;
        var defined = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet();

        var used = Paragraphs(document).Select(StyleOf).OfType<string>()
            .Concat(main.Document!.Descendants<TableStyle>().Select(s => s.Val!.Value!));

        Assert.Empty(used.Except(defined));
    }

    [Fact]
    public void Tables_have_alternative_text_and_a_header_row_that_repeats()
    {
        using var document = Open(Write(Rich()));
        var tables = document.MainDocumentPart!.Document!.Descendants<Table>().ToList();

        Assert.Equal(2, tables.Count);
        Assert.All(tables, table =>
        {
            var rows = table.Elements<TableRow>().ToList();
            Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(rows.Skip(1), r => Assert.Null(r.TableRowProperties!.GetFirstChild<TableHeader>()));
            Assert.NotNull(table.GetFirstChild<TableProperties>()!.TableCaption);
            Assert.NotNull(table.GetFirstChild<TableProperties>()!.TableDescription);
        });
        Assert.Equal(["Namn", "Datum"], tables[1].Elements<TableRow>().First().Elements<TableCell>().Select(c => c.InnerText));
        Assert.Equal(
            [
                "Remissinstans|Ställningstagande|Svar inkom|Bilaga",
                "SISAB|Tillstyrker med synpunkter|2023-09-20|1",
                "AB Svenska Bostäder|Ingen erinran|2023-10-03 (sent)|2",
                "Hamnen AB|Avstår|2023-09-20|3",
                "Parkering AB|Handling under granskning|–|–",
                "Micasa AB|Anstånd till 2023-10-13|–|–",
            ],
            tables[0].Elements<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))));
    }

    [Fact]
    public void The_document_knows_its_language_title_and_number_and_no_other_time_than_the_models()
    {
        using var document = Open(Write(Rich()));

        Assert.All(document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>(), l => Assert.Equal("sv-SE", l.Val!.Value));
        Assert.Equal("sv-SE", document.PackageProperties.Language);
        Assert.Equal("Remiss av övergripande samverkansöverenskommelse", document.PackageProperties.Title);
        Assert.Equal("Dnr KS 2023/740", document.PackageProperties.Subject);
        Assert.Equal(CaseInProgress.Coordinator.Name, document.PackageProperties.Creator);
        Assert.Equal(CaseInProgress.CompiledAt.UtcDateTime, document.PackageProperties.Created!.Value.ToUniversalTime());
        Assert.Equal(CaseInProgress.CompiledAt.UtcDateTime, document.PackageProperties.Modified!.Value.ToUniversalTime());
    }

    [Fact]
    public void Header_and_footer_carry_the_number_and_the_pages()
    {
        using var document = Open(Write(Rich()));
        var main = document.MainDocumentPart!;

        Assert.Contains("dnr KS 2023/740", Assert.Single(main.HeaderParts).Header!.InnerText, StringComparison.Ordinal);
        Assert.Equal(
            ["PAGE", "NUMPAGES"], Assert.Single(main.FooterParts).Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()));
        Assert.Equal((11906u, 16838u), main.Document!.Descendants<PageSize>().Select(s => (s.Width!.Value, s.Height!.Value)).Single());
    }

    [Fact]
    public void Bilagor_are_numbered_by_Word_as_the_model_numbers_them()
    {
        var model = Rich();
        using var document = Open(Write(model));

        var numbered = Paragraphs(document).Where(p => StyleOf(p) is "Bilaga").Select(TextOf);
        var files = Paragraphs(document).Where(p => StyleOf(p) is "Bilagafil").Select(TextOf);

        Assert.Equal(model.Bilagor.Select(b => b.Title), numbered);
        Assert.Equal(["Remissvar (remissvar.pdf)", "Bilaga till svaret (mätning.pdf)"], files);
    }

    [Fact]
    public void What_is_left_for_the_coordinator_is_marked()
    {
        using var document = Open(Write(Rich()));

        var scaffold = Paragraphs(document).Where(p => StyleOf(p)?.StartsWith("Attfyllai", StringComparison.Ordinal) == true).Select(TextOf);

        Assert.Equal(
            [
                "Att fylla i: koncernledningens sammanfattande bedömning.",
                "Att fylla i: koncernledningens bedömning av förslaget mot bakgrund av remissvaren.",
                "Att fylla i: förslag till svar på remissen.",
                "Att kontrollera innan utlåtandet lämnas:",
                "Handling från Parkering AB väntar på granskning: skannat.pdf.",
            ],
            scaffold);
    }

    private static ReportModel Rich() => RichCase().Compile();

    private static CaseInProgress RichCase()
    {
        var inProgress = new CaseInProgress();
        inProgress.Case = inProgress.Case with { Background = ["Bakgrund."], EarlierDnr = ["KS 2019/656"], Topics = [new("ett", "Första frågan")] };
        inProgress.Recipient("sisab", "SISAB").Recipient("svebo", "AB Svenska Bostäder").Recipient("hamn", "Hamnen AB").Recipient("p", "Parkering AB")
            .Recipient("m", "Micasa AB", extension: new(ExtensionState.Granted, new(2023, 9, 25), null, "sha"), deadline: new(2023, 10, 13));
        const string Text = "YTTRANDE\nVi  tillstyrker\u00A0förslaget.\tMen vi vill mer.\nAnnat.\n\fVi önskar\u00AD:\n• kartor\nbilder  och ljud \r\n1. tid\n\nÅ ä ö – ”citat” 😀";
        inProgress.Counts(inProgress.Add("sisab", stance: Stance.TillstyrkerMedSynpunkter, text: Text,
            passages: ["Vi  tillstyrker\u00A0förslaget.", "Men vi vill mer.", "Vi önskar\u00AD:\n• kartor\nbilder  och ljud \r\n1. tid", "Å ä ö – ”citat” 😀"]));
        inProgress.Counts(inProgress.Add("svebo", stance: Stance.IngenErinran, text: "Ingen erinran.", passages: ["Ingen erinran."], parent: "mail", arrivedAt: CaseInProgress.TooLate));
        inProgress.Add("svebo", type: DocumentType.Bilaga, fileName: "mätning.pdf", parent: "mail");
        inProgress.Counts(inProgress.Add("hamn", type: DocumentType.Avstar, stance: Stance.Avstar));
        inProgress.Add("p", state: DocumentState.Review, fileName: "skannat.pdf");
        return inProgress;
    }

    private static ReportModel HostileModel()
    {
        var inProgress = new CaseInProgress();
        inProgress.Case = inProgress.Case with { Title = Hostile, Dnr = Hostile, Background = [Hostile + "\n\r\t" + Hostile], Topics = [new("x", Hostile)] };
        inProgress.Recipient("a", Hostile);
        inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, text: Hostile, passages: [Hostile], fileName: Hostile));
        inProgress.Add("a", type: DocumentType.Bilaga, fileName: Hostile);
        return inProgress.Compile();
    }

    private static byte[] Write(ReportModel model)
    {
        using var stream = new MemoryStream();
        ReportWriter.Write(model, stream);
        return stream.ToArray();
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Descendants<Paragraph>();

    private static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants<Run>().SelectMany(r => r.ChildElements).Select(e => e switch
    {
        Text text => text.Text,
        TabChar => "\t",
        CarriageReturn => "\r",
        Break => "\n",
        _ => "",
    }));
}
