using System.Xml;
using Remiss.Extractor.Archives;
using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Odt;

/// <summary>Streams through an OpenDocument text: its styles first, then its text.</summary>
internal sealed class OdtReader(ExtractionLimits limits)
{
    private const string Content = "content.xml";
    private const string Styles = "styles.xml";

    public ExtractionResult Read(Stream file)
    {
        using var archive = ZipDirectory.Open(file, limits);
        var parts = new XmlParts(archive, limits);
        if (IsEncrypted(parts)) return ExtractionResult.Unreadable(FileFormats.Odt, ExtractionReasons.Encrypted);
        if (!parts.Holds(Content)) throw new InvalidDataException("The content is missing.");

        var styles = new OdtStyles();
        parts.Read(Styles, styles.Node);
        parts.Read(Content, styles.Node);
        var masters = new OdtMasters(styles, limits);
        parts.Read(Styles, masters.Node);
        var body = new OdtBody(styles, limits);
        parts.Read(Content, body.Node);

        var page = masters.Find(body.MasterPage);
        var builder = new TextBuilder(limits);
        builder.StartPage();
        builder.AddRange(page.Header);
        builder.AddRange(body.Blocks);
        builder.AddRange(body.Notes);
        builder.AddRange(page.Footer);
        var text = builder.Build();
        return text.Paragraphs.Count > 0
            ? new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = FileFormats.Odt,
                Text = text,
                Reasons = body.HasHiddenText || page.HasHiddenText ? [ExtractionReasons.HiddenText] : [],
            }
            : parts.HoldsFolder("Pictures/")
                ? new ExtractionResult { State = ExtractionState.NeedsOcr, Format = FileFormats.Odt, Reasons = [ExtractionReasons.NoText], UnreadPages = [1] }
                : ExtractionResult.Unreadable(FileFormats.Odt, ExtractionReasons.Empty);
    }

    private static bool IsEncrypted(XmlParts parts)
    {
        var encrypted = false;
        parts.Read("META-INF/manifest.xml", xml => encrypted |= xml is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" });
        return encrypted;
    }
}
