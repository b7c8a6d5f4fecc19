using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Docx;
using Remiss.Intake.Classification;
using DocumentType = Remiss.Intake.Classification.DocumentType;

namespace Remiss.Tests.Compilation.Docx;

/// <summary>What a screen reader needs, in a report that has everything a report can have.</summary>
public sealed class AccessibilityTests
{
    private readonly MainDocumentPart main;
    private readonly WordprocessingDocument document;

    public AccessibilityTests()
    {
        var inProgress = new CaseInProgress().Recipient("a", "A AB").Recipient("b", "B AB").Recipient("c", "C AB");
        inProgress.Case = inProgress.Case with { Topics = [new("ett", "Första frågan"), new("två", "Andra frågan"), new("tre", "Tredje frågan")] };
        var answer = inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, text: "Vi tillstyrker. Vi ber om svar.", passages: ["Vi tillstyrker.", "Vi ber om svar."]));
        inProgress.Change(answer, answer with
        {
            Classification = answer.Classification! with
            {
                Passages = [answer.Classification.Passages[0] with { Topic = "ett" }, answer.Classification.Passages[1] with { Topic = "två", Kind = PassageKind.Request }],
            },
        });
        inProgress.Counts(inProgress.Add("b", type: DocumentType.Avstar));
        var stream = new MemoryStream();
        ReportWriter.Write(inProgress.Compile() with { Approvals = [new("Disa Exempelgren", "Vice VD", new(2023, 10, 26))] }, stream);
        document = WordprocessingDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
        main = document.MainDocumentPart!;
    }

    [Fact]
    public void Headings_begin_at_the_first_level_and_skip_none()
    {
        var levels = main.Document!.Descendants<Paragraph>().Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            .Where(s => s?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(s => s![^1] - '0').ToList();

        Assert.Equal([1, 1, 1, 2, 2, 2, 1, 2, 2, 3, 3, 2, 1, 1], levels);
        Assert.All(
            main.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(s => s.StyleId!.Value!.StartsWith("Heading", StringComparison.Ordinal)),
            s => Assert.Equal(s.StyleId!.Value![^1] - '1', s.StyleParagraphProperties!.OutlineLevel!.Val!.Value));
    }

    [Fact]
    public void Every_table_has_a_caption_a_description_and_a_header_row_that_repeats()
    {
        var tables = main.Document!.Descendants<Table>().ToList();

        Assert.Equal(
            ["Översikt över ställningstaganden", "Ur svaren: Första frågan", "Ur svaren: Andra frågan", "Ur svaren: önskemål att besvara", "Attesterat av"],
            tables.Select(t => t.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value));
        Assert.All(tables, table =>
        {
            Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value!);
            var header = table.Elements<TableRow>().First();
            Assert.NotNull(header.TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(header.Elements<TableCell>(), c => Assert.NotEmpty(c.InnerText));
            Assert.All(table.Elements<TableRow>(), r => Assert.Equal(header.Elements<TableCell>().Count(), r.Elements<TableCell>().Count()));
            Assert.Empty(table.Descendants<VerticalMerge>());
        });
    }

    [Fact]
    public void Lists_are_lists() => Assert.All(
        main.Document!.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "ListBullet" or "Bilaga" or "Bilagafil"),
        p => Assert.Contains(p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value, main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Select(n => n.NumberID!.Value)));

    [Fact]
    public void Language_and_title_are_set_and_every_picture_would_need_an_alternative_text()
    {
        Assert.Equal("sv-SE", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
        Assert.Equal(("sv-SE", "Remiss av övergripande samverkansöverenskommelse"), (document.PackageProperties.Language, document.PackageProperties.Title));
        Assert.All(main.Document!.Descendants<DocProperties>(), p => Assert.NotEmpty(p.Description!.Value!));
        Assert.Equal(["Disa Exempelgren, Vice VD", "2023-10-26"], main.Document.Descendants<Table>().Last().Elements<TableRow>().Last().Elements<TableCell>().Select(c => c.InnerText));
    }
}
