using System.IO.Compression;
using System.Xml;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Archives;

/// <summary>The XML parts of an Office archive, each streamed with the limits on.</summary>
internal sealed class XmlParts(ZipArchive archive, ExtractionLimits limits)
{
    private readonly ByteBudget budget = new(limits.InflatedBytes);

    public ExtractionLimits Limits => limits;

    public bool Holds(string part) => Find(part) is not null;

    public bool HoldsFolder(string folder) => archive.Entries.Any(entry => entry.FullName.Contains(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Hands on every node of a part; nothing when the part is missing.</summary>
    public void Read(string part, Action<XmlReader> onNode)
    {
        if (Find(part) is not { } entry) return;
        budget.Foresee(entry.Length);
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
