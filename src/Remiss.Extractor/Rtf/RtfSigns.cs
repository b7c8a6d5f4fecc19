namespace Remiss.Extractor.Rtf;

/// <summary>Control words and symbols that stand for a sign of the text.</summary>
internal static class RtfSigns
{
    /// <returns>Null for a word that is none.</returns>
    public static string? Of(string word) => word switch
    {
        "~" => "\u00A0",
        "_" => "-",
        "{" or "}" or "\\" => word,
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "emspace" or "enspace" or "qmspace" => " ",
        _ => null,
    };
}
