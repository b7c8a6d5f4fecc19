using System.Text;
using System.Xml;

namespace Remiss.Compilation;

/// <summary>The characters that XML 1.0, and so a Word document, cannot hold at all: most control characters and half surrogate pairs.</summary>
internal static class XmlText
{
    public static bool CanHold(string text) => Keep(text).Length == text.Length;

    /// <summary>The text without the characters that cannot be held; the same instance when there are none.</summary>
    public static string Keep(string text)
    {
        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = HeldAt(text, i);
            if (length == 0) kept ??= new StringBuilder(text, 0, i, text.Length);
            else kept?.Append(text, i, length);
            i += Math.Max(length - 1, 0);
        }

        return kept?.ToString() ?? text;
    }

    /// <summary>How many code units from the index make one character that can be held: 1, 2, or 0 when it cannot.</summary>
    public static int HeldAt(string text, int index)
    {
        if (XmlConvert.IsXmlChar(text[index])) return 1;
        return index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]) ? 2 : 0;
    }
}
