using System.Text;
using System.Text.RegularExpressions;
using Remiss.Extractor.PlainText;

namespace Remiss.Extractor.Html;

internal static class HtmlFile
{
    private const int HeadBytes = 4_096;

    private static readonly Regex Charset = new(
        """(charset|encoding)\s*=\s*["']?(?<name>[A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>The byte order mark and valid UTF-8 are surer than what the page says about itself.</summary>
    public static string Read(Stream file, ExtractionLimits limits) => TextFile.Read(file, limits, Declared);

    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, HeadBytes));
        var name = Charset.Match(head).Groups["name"].Value;
        return name.Length == 0 ? null : Encoding.GetEncodings().FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetEncoding()
            ?? CodePagesEncodingProvider.Instance.GetEncoding(name);
    }
}
