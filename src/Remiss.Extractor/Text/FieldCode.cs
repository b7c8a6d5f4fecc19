namespace Remiss.Extractor.Text;

internal static class FieldCode
{
    /// <summary>Its result is the number of a page, or how many there are, which is no text of the document.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> code)
    {
        var name = code.Trim();
        return name.StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("PAGEREF", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("NUMPAGES", StringComparison.OrdinalIgnoreCase) || name.StartsWith("SECTIONPAGES", StringComparison.OrdinalIgnoreCase);
    }
}
