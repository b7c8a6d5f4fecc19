using System.IO.Compression;
using System.Xml;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Docx;

/// <summary>The parts of the archive, each read with the limits on.</summary>
internal sealed class DocxPackage(ZipArchive archive, ExtractionLimits limits)
{
    private readonly ByteBudget budget = new(limits.InflatedBytes);

    public bool HasPictures => archive.Entries.Any(entry => entry.FullName.Contains("/media/", StringComparison.OrdinalIgnoreCase));

    public ExtractionLimits Limits => limits;

    public string MainPart
    {
        get
        {
            var main = RelationsOf("").OfType("officeDocument") ?? "word/document.xml";
            return Find(main) is not null ? main : throw new InvalidDataException("The main part is missing.");
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
    public void Read(string part, Action<XmlReader> onNode)
    {
        if (Find(part) is not { } entry) return;
        using var stream = new LimitedStream(entry.Open(), budget);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.InflatedBytes,
        });
        while (xml.Read())
        {
            if (xml.Depth > limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
            onNode(xml);
        }
    }

    private ZipArchiveEntry? Find(string part)
    {
        var entry = archive.GetEntry(part)
            ?? archive.Entries.FirstOrDefault(other => other.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));
        return entry is not { IsEncrypted: true } ? entry : throw new LimitExceededException(ExtractionReasons.Encrypted);
    }
}
