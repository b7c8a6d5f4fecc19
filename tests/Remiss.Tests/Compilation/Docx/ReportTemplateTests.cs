using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Docx;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation.Docx;

public sealed class ReportTemplateTests
{
    [Fact]
    public void The_default_template_is_a_valid_template_and_always_the_same()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(ReportTemplate.Default.Content.ToArray()), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(ReportTemplate.Default.Content.ToArray(), ReportTemplate.Read("mall", ReportTemplate.Default.Content.ToArray()).Content.ToArray());
    }

    [Fact]
    public void Styles_header_footer_page_and_order_of_sections_come_from_the_template()
    {
        var template = Changed(main =>
        {
            var styles = main.StyleDefinitionsPart!.Styles!;
            var heading = styles.Elements<Style>().Single(s => s.StyleId == "Heading1");
            heading.StyleId = "Rubrik1";
            heading.StyleRunProperties!.Color!.Val = "AA0000";
            foreach (var basedOn in styles.Descendants<BasedOn>().Where(b => b.Val == "Heading1")) basedOn.Val = "Rubrik1";
            main.HeaderParts.Single().Header!.Append(new Paragraph(new Run(new Text("Vårt eget huvud"))));
            main.Document!.Body!.Elements<SectionProperties>().Single().GetFirstChild<PageMargin>()!.Left = 3000;
            var body = main.Document.Body;
            var bilagor = Control(body, "bilagor");
            bilagor.Remove();
            Control(body, "sammanfattning").InsertBeforeSelf(bilagor);
            bilagor.InsertBeforeSelf(new Paragraph(new Run(new Text("Egen text i mallen."))));
        });

        using var document = Written(template);

        var main = document.MainDocumentPart!;
        var paragraphs = main.Document!.Body!.Elements<Paragraph>().ToList();
        Assert.Equal(
            ["Bilagor", "Sammanfattning", "Ärendet", "Underremiss", "Koncernledningens synpunkter och förslag", "Attesterat av"],
            paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Rubrik1").Select(p => p.InnerText));
        Assert.Contains(paragraphs, p => p.InnerText == "Egen text i mallen.");
        Assert.Contains("Vårt eget huvud", main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        Assert.Contains("dnr KS 2023/740", main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        Assert.All(main.Document.Descendants<TableWidth>(), w => Assert.InRange(int.Parse(w.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture), 7400, 7488));
        Assert.Empty(main.Document.Descendants<SdtElement>());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void A_template_in_another_language_and_without_lists_still_gives_Swedish_and_numbered_bilagor()
    {
        var template = Changed(main =>
        {
            main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val = "en-US";
            foreach (var style in main.StyleDefinitionsPart.Styles.Descendants<NumberingProperties>().ToList()) style.Remove();
            main.DeletePart(main.NumberingDefinitionsPart!);
        });

        using var document = Written(template);

        var main = document.MainDocumentPart!;
        Assert.All(main.StyleDefinitionsPart!.Styles!.Descendants<Languages>(), l => Assert.Equal("sv-SE", l.Val!.Value));
        var bilaga = main.Document!.Descendants<Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Bilaga");
        var number = bilaga.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value;
        var scheme = main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Single(n => n.NumberID!.Value == number).AbstractNumId!.Val!.Value;
        var level = main.NumberingDefinitionsPart.Numbering.Elements<AbstractNum>().Single(a => a.AbstractNumberId!.Value == scheme).Elements<Level>().First();
        Assert.Equal("Bilaga %1", level.LevelText!.Val!.Value);
    }

    [Theory]
    [InlineData("Heading3", "formatmallen ”heading 3” saknas. Lägg till det, eller utgå från standardmallen (remiss template).")]
    [InlineData("Attfyllai", "formatmallen ”Att fylla i” saknas. Lägg till det, eller utgå från standardmallen (remiss template).")]
    [InlineData("Remisstabell", "tabellformatet ”Remisstabell” saknas. Lägg till det, eller utgå från standardmallen (remiss template).")]
    public void A_template_that_lacks_a_style_is_told_which(string id, string expected)
    {
        var content = Content(main => main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id).Remove());

        var e = Assert.Throws<InvalidTemplateException>(() => ReportTemplate.Read("mall.docx", content));

        Assert.Equal([expected], e.Faults);
        Assert.Equal($"mall.docx: {expected}", e.Message);
    }

    [Fact]
    public void A_template_without_a_place_for_a_section_or_with_two_is_told()
    {
        var content = Content(main =>
        {
            var body = main.Document!.Body!;
            Control(body, "attest").Remove();
            Control(body, "arendet").InsertAfterSelf(Control(body, "arendet").CloneNode(deep: true));
        });

        var e = Assert.Throws<InvalidTemplateException>(() => ReportTemplate.Read("mall.docx", content));

        Assert.Equal(["innehållskontrollen med taggen ”arendet” finns mer än en gång.", "innehållskontrollen med taggen ”attest” saknas."], e.Faults);
    }

    [Fact]
    public void A_file_that_is_no_Word_document_is_told() => Assert.Equal(
        "mall.docx: filen är inte ett Worddokument (.docx eller .dotx).",
        Assert.Throws<InvalidTemplateException>(() => ReportTemplate.Read("mall.docx", [1, 2, 3])).Message);

    private static SdtBlock Control(Body body, string tag) => body.Descendants<SdtBlock>().First(c => c.SdtProperties!.GetFirstChild<Tag>()!.Val == tag);

    private static ReportTemplate Changed(Action<MainDocumentPart> change) => ReportTemplate.Read("mall.docx", Content(change));

    private static byte[] Content(Action<MainDocumentPart> change)
    {
        var stream = new MemoryStream();
        stream.Write(ReportTemplate.Default.Content.Span);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true)) change(document.MainDocumentPart!);
        return stream.ToArray();
    }

    private static WordprocessingDocument Written(ReportTemplate template)
    {
        var inProgress = new CaseInProgress().Recipient("a", "A AB").Recipient("b", "B AB");
        inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, text: "Vi tillstyrker.", passages: ["Vi tillstyrker."]));
        var stream = new MemoryStream();
        ReportWriter.Write(inProgress.Compile(), template, stream);
        return WordprocessingDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
    }
}
