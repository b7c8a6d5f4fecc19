using System.Text;

namespace Remiss.Extractor.Docx;

/// <summary>A paragraph while it is read.</summary>
internal sealed class DocxParagraph
{
    private readonly StringBuilder text = new();

    public string? Style { get; set; }

    public int? OutlineLevel { get; set; }

    public string? Number { get; set; }

    public int? NumberLevel { get; set; }

    /// <summary>The paragraph is shaded, so that white letters are seen on it.</summary>
    public bool IsOnColour { get; set; }

    public bool InProperties { get; set; }

    /// <summary>Its end was deleted in a tracked change, so that it runs on into the next.</summary>
    public bool MarkDeleted { get; set; }

    public string Text => text.ToString();

    public void Append(string piece) => text.Append(piece);
}
