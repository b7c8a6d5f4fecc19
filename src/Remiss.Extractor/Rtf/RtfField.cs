using Remiss.Extractor.Text;

namespace Remiss.Extractor.Rtf;

/// <summary>A field whose code is being read; what comes of it follows.</summary>
/// <param name="depth">How many groups lie around what is in it.</param>
internal sealed class RtfField(int depth)
{
    private string code = "";

    public int Depth => depth;

    public bool IsPageNumber { get; private set; }

    public void Take(string text)
    {
        if (code.Length > 200) return;
        code += text;
        IsPageNumber = FieldCode.IsPageNumber(code);
    }
}
