using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

/// <summary>Writes the report as a Word document. The same model gives the same bytes.</summary>
public static class ReportWriter
{
    /// <param name="destination">Need not be seekable; left open.</param>
    public static void Write(ReportModel model, Stream destination)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new Styles(ReportStyles.Styles);
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = new Numbering(ReportStyles.Numbering);
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = new Settings(ReportStyles.Settings);
            main.AddNewPart<HeaderPart>("rId4").Header = HeaderOf(model.Heading);
            main.AddNewPart<FooterPart>("rId5").Footer = PageNumbers();
            main.Document = new Document(ReportBody.Create(model, Section("rId4", "rId5")));
            var properties = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2");
            using var content = properties.GetStream(FileMode.Create);
            CoreProperties(model.Heading).Save(content, SaveOptions.DisableFormatting);
        }

        package.Position = 0;
        PackageBytes.Settle(package, destination, model.Heading.CompiledAt);
    }

    private static Header HeaderOf(ReportHeading heading) => new(new Paragraph(
        ReportParagraphs.Properties(ReportStyles.Header),
        ReportParagraphs.Run(heading.Author),
        new Run(new TabChar()),
        ReportParagraphs.Run($"Tjänsteutlåtande, dnr {heading.Dnr}")));

    private static Footer PageNumbers() => new(new Paragraph(
        ReportParagraphs.Properties(ReportStyles.Footer),
        new Run(new TabChar(), new Text("Sida ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
        new Run(new Text(" (") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = " NUMPAGES " },
        new Run(new Text(")"))));

    /// <summary>A4 with margins of 2.5 cm, 3 cm at the left.</summary>
    private static SectionProperties Section(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1588, Bottom = 1418, Left = 1700, Right = 1418, Header = 737, Footer = 624, Gutter = 0 });

    private static XDocument CoreProperties(ReportHeading heading)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var moment = heading.CompiledAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new(new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", XmlText.Keep(heading.Title)),
            new XElement(dc + "subject", XmlText.Keep($"Dnr {heading.Dnr}")),
            new XElement(dc + "creator", XmlText.Keep(heading.Coordinator)),
            new XElement(dc + "language", "sv-SE"),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), moment),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), moment)));
    }
}
