using Remiss.Extractor.Html;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Rtf;

/// <summary>The rich text that Outlook writes for the body of a message, which is often HTML in a wrapping of RTF.</summary>
internal static class RichBody
{
    public static (DocumentText Text, bool HasHiddenText) Read(byte[] rich, ExtractionLimits limits)
    {
        if (RtfHtml.IsWrapped(rich)) return new HtmlReader(limits).Read(RtfHtml.Unwrap(rich, limits));
        var (text, hasHiddenText, _) = new RtfReader(limits).Read(rich);
        return (text, hasHiddenText);
    }
}
