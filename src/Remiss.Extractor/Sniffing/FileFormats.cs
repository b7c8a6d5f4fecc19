namespace Remiss.Extractor.Sniffing;

/// <summary>The formats that are told apart, by the name that they have in the ledger.</summary>
internal static class FileFormats
{
    public const string Pdf = "pdf";
    public const string Docx = "docx";
    public const string Docm = "docm";
    public const string Txt = "txt";
    public const string Html = "html";
    public const string Eml = "eml";
    public const string Doc = "doc";
    public const string Msg = "msg";
    public const string Odt = "odt";
    public const string Rtf = "rtf";
    public const string Zip = "zip";

    /// <summary>winmail.dat</summary>
    public const string Tnef = "tnef";
    public const string Unknown = "unknown";

    /// <summary>An Office document inside its encryption; which kind it is cannot be seen from outside.</summary>
    public const string Encrypted = "encrypted";

    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = Pdf,
        [".docx"] = Docx,
        [".dotx"] = Docx,
        [".docm"] = Docm,
        [".dotm"] = Docm,
        [".doc"] = Doc,
        [".dot"] = Doc,
        [".rtf"] = Rtf,
        [".odt"] = Odt,
        [".ott"] = Odt,
        [".txt"] = Txt,
        [".text"] = Txt,
        [".md"] = Txt,
        [".csv"] = Txt,
        [".log"] = Txt,
        [".html"] = Html,
        [".htm"] = Html,
        [".xhtml"] = Html,
        [".eml"] = Eml,
        [".mht"] = Eml,
        [".mhtml"] = Eml,
        [".msg"] = Msg,
        [".zip"] = Zip,
        [".png"] = "png",
        [".jpg"] = "jpeg",
        [".jpeg"] = "jpeg",
        [".tif"] = "tiff",
        [".tiff"] = "tiff",
        [".gif"] = "gif",
        [".bmp"] = "bmp",
        [".webp"] = "webp",
        [".xlsx"] = "xlsx",
        [".xlsm"] = "xlsx",
        [".xls"] = "xls",
        [".pptx"] = "pptx",
        [".ppt"] = "ppt",
        [".ods"] = "ods",
        [".odp"] = "odp",
        [".xml"] = "xml",
        [".7z"] = "7z",
        [".rar"] = "rar",
        [".gz"] = "gzip",
    };

    public static bool IsImage(string format) => format is "png" or "jpeg" or "tiff" or "gif" or "bmp" or "webp";

    public static bool Contradicts(string fileName, string format) =>
        format is not Unknown && ByEnding.TryGetValue(Path.GetExtension(fileName), out var expected) && expected != format;

    public static string EncryptedOffice(string fileName) =>
        ByEnding.TryGetValue(Path.GetExtension(fileName), out var expected) && expected is Docm or "xlsx" or "pptx" ? expected : Docx;
}
