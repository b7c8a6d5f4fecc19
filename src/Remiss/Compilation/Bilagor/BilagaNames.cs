using System.Globalization;
using System.Text;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Bilagor;

/// <summary>What the originals are called when they are written beside the report: <c>Bilaga 2a AB Svenska Bostäder.docx</c>.</summary>
public static class BilagaNames
{
    /// <summary>What stands in place of a file that is kept out.</summary>
    public const string NotAttached = "omfattas av sekretess och bifogas inte";

    private const int LongestName = 100;

    private static readonly string[] Endings =
    [
        "pdf", "docx", "docm", "doc", "odt", "rtf", "txt", "html", "htm", "eml", "msg", "zip",
        "png", "jpg", "jpeg", "tif", "tiff", "xlsx", "xls", "ods", "csv", "pptx", "ppt", "odp",
    ];

    /// <summary>One entry for each file, in the order of the report. The label makes the names unique, whatever the organisations are called.</summary>
    public static IReadOnlyList<BilagaExport> Of(ReportModel model) =>
    [
        .. from bilaga in model.Bilagor
           from file in bilaga.Files
           let name = $"Bilaga {file.Label} {Safe(bilaga.Name)}".TrimEnd()
           select new BilagaExport(bilaga.Organisation, file.Document, $"{name}.{Ending(file)}", file.IsSecret),
    ];

    /// <summary>What the content is decides; the name only where the content is not known. An ending that could be run is never given.</summary>
    private static string Ending(BilagaFile file)
    {
        string[] candidates = [file.Format ?? "", Path.GetExtension(file.FileName).TrimStart('.')];
        return candidates.Select(c => c.ToLowerInvariant()).FirstOrDefault(Endings.Contains) ?? "bin";
    }

    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in XmlText.Keep(name).Normalize().EnumerateRunes())
        {
            if (safe.Length >= LongestName) break;
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not UnicodeCategory.Format) safe.Append(IsForbidden(rune, category) ? "_" : rune.ToString());
        }

        return safe.ToString().Trim(' ', '.');
    }

    private static bool IsForbidden(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsAscii && "<>:\"/\\|?*".Contains((char)rune.Value));
}

/// <param name="Document">SHA-256 of the original to copy.</param>
/// <param name="IsSecret">It is not to be copied.</param>
public sealed record BilagaExport(string Organisation, string Document, string FileName, bool IsSecret);
