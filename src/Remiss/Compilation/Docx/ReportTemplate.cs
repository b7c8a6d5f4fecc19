using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

/// <summary>A Word document that gives the report its styles, header, footer and order of sections.</summary>
public sealed class ReportTemplate
{
    private readonly byte[] content;

    private ReportTemplate(byte[] content) => this.content = content;

    public static ReportTemplate Default { get; } = new(CreateDefault());

    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="InvalidTemplateException">With everything that is wrong with it.</exception>
    public static ReportTemplate Read(string name, byte[] content)
    {
        var template = new ReportTemplate(content);
        try
        {
            using var copy = template.Copy();
            using var document = WordprocessingDocument.Open(copy, isEditable: false);
            var faults = TemplateFaults.Of(document);
            return faults.Count == 0 ? template : throw new InvalidTemplateException(name, faults);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            throw new InvalidTemplateException(name, ["filen är inte ett Worddokument (.docx eller .dotx)."]);
        }
    }

    public ReadOnlyMemory<byte> Content => content;

    /// <summary>To be written in.</summary>
    internal MemoryStream Copy()
    {
        var copy = new MemoryStream();
        copy.Write(content);
        copy.Position = 0;
        return copy;
    }

    private static byte[] CreateDefault()
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new Styles(DefaultTemplateParts.Styles);
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = new Numbering(DefaultTemplateParts.Numbering);
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = new Settings(DefaultTemplateParts.Settings);
            main.AddNewPart<HeaderPart>("rId4").Header = new Header(DefaultTemplateParts.Header);
            main.AddNewPart<FooterPart>("rId5").Footer = new Footer(DefaultTemplateParts.Footer);
            main.Document = new Document(DefaultTemplateParts.Document("rId4", "rId5"));
        }

        package.Position = 0;
        using var settled = new MemoryStream();
        PackageBytes.Settle(package, settled, DateTimeOffset.UnixEpoch);
        return settled.ToArray();
    }
}

/// <summary>A template cannot carry the report. The message holds every fault, one a line, in Swedish.</summary>
public sealed class InvalidTemplateException(string name, IReadOnlyList<string> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(f => $"{name}: {f}")))
{
    public IReadOnlyList<string> Faults => faults;
}
