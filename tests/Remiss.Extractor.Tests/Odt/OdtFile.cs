using System.Text;
using Remiss.Extractor.Tests.Archives;

namespace Remiss.Extractor.Tests.Odt;

internal static class OdtFile
{
    private const string Spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

    public static byte[] Of(string text, string automaticStyles = "", string styles = "", string manifest = "") => ZipFile.Of(
        ("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()),
        ("content.xml", Encoding.UTF8.GetBytes($"<office:document-content {Spaces}><office:automatic-styles>{automaticStyles}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>")),
        ("styles.xml", Encoding.UTF8.GetBytes($"<office:document-styles {Spaces}>{styles}</office:document-styles>")),
        ("META-INF/manifest.xml", Encoding.UTF8.GetBytes($"<manifest>{manifest}</manifest>")));
}
