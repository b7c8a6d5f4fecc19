using System.IO.Compression;
using System.Xml;
using Remiss.Extractor.Archives;

namespace Remiss.Extractor.Docx;

/// <summary>The parts of a Word document and how they point at each other.</summary>
internal sealed class DocxPackage(ZipArchive archive, ExtractionLimits limits)
{
    private readonly XmlParts parts = new(archive, limits);

    public bool HasPictures => parts.HoldsFolder("/media/");

    public ExtractionLimits Limits => limits;

    public string MainPart
    {
        get
        {
            var main = RelationsOf("").OfType("officeDocument") ?? "word/document.xml";
            return parts.Holds(main) ? main : throw new InvalidDataException("The main part is missing.");
        }
    }

    public DocxRelations RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relations = new DocxRelations(part[..slash]);
        Read(part[..slash] + "_rels/" + part[slash..] + ".rels", xml =>
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External")
                relations.Add(xml.GetAttribute("Id"), xml.GetAttribute("Type"), xml.GetAttribute("Target"));
        });
        return relations;
    }

    /// <summary>Hands on every node of a part; nothing when the part is missing.</summary>
    public void Read(string part, Action<XmlReader> onNode) => parts.Read(part, onNode);
}
