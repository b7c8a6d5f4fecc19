using System.IO.Compression;
using System.Text;

namespace Remiss.Extractor.Tests.Docx;

/// <summary>Builds a Word document from the inside of its body.</summary>
internal sealed class DocxFile
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private readonly Dictionary<string, string> parts = [];
    private readonly List<string> relations = [];

    public DocxFile(string body)
    {
        parts["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
        parts["_rels/.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        parts["word/document.xml"] = $"<w:document {Word}><w:body>{body}</w:body></w:document>";
    }

    public static string P(string text, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <param name="root">The part's root element and, after a blank, its attributes.</param>
    public DocxFile With(string type, string root, string content)
    {
        parts[$"word/{type}.xml"] = $"<w:{root} {Word}>{content}</w:{root}>";
        relations.Add($"<Relationship Id=\"{type}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type.TrimEnd('1', '2')}\" Target=\"{type}.xml\"/>");
        return this;
    }

    public DocxFile WithRaw(string name, string content)
    {
        parts[name] = content;
        return this;
    }

    public byte[] Build()
    {
        if (relations.Count > 0)
            parts["word/_rels/document.xml.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations)}</Relationships>";
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return buffer.ToArray();
    }
}
