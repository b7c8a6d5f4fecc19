using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Remiss.Compilation.Docx;

/// <summary>What a document says of itself: title, number, author, language and time.</summary>
internal sealed record CoreProperties(string Title, string Subject, string Creator, DateTimeOffset At)
{
    public static void Replace(WordprocessingDocument document, CoreProperties properties)
    {
        if (document.CoreFilePropertiesPart is { } earlier) document.DeletePart(earlier);
        var part = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdRemissCore");
        using var content = part.GetStream(FileMode.Create);
        properties.ToXml().Save(content, SaveOptions.DisableFormatting);
    }

    private XDocument ToXml()
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var moment = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new(new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", XmlText.Keep(Title)),
            new XElement(dc + "subject", XmlText.Keep(Subject)),
            new XElement(dc + "creator", XmlText.Keep(Creator)),
            new XElement(dc + "language", SwedishLanguage.Tag),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), moment),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), moment)));
    }
}
