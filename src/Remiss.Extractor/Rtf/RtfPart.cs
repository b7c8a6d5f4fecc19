using System.Text;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Rtf;

/// <summary>The body, the header, the footer or the notes, as far as it has been read.</summary>
internal sealed class RtfPart(ExtractionLimits limits)
{
    public StringBuilder Text { get; } = new();

    public FlowText Flow { get; set; } = new(limits);

    public bool IsItem { get; set; }

    public bool IsTaken { get; set; }

    public bool IsFirstPage { get; set; }
}
