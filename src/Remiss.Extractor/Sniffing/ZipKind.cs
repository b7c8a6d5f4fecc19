using System.IO.Compression;

namespace Remiss.Extractor.Sniffing;

/// <summary>Which of the many formats that are ZIP archives this one is; a broken archive is judged by the names that still can be seen.</summary>
internal static class ZipKind
{
    public static string Of(Stream file, ReadOnlySpan<byte> head)
    {
        try
        {
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return Kind(archive);
        }
        catch (InvalidDataException)
        {
            return head.IndexOf("word/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0 ? FileFormats.Docx : "zip";
        }
    }

    private static string Kind(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is { Length: < 200 } mimeType) return OpenDocument(mimeType);
        if (archive.GetEntry("[Content_Types].xml") is null) return "zip";

        var macros = false;
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.StartsWith("xl/", StringComparison.Ordinal)) return "xlsx";
            if (entry.FullName.StartsWith("ppt/", StringComparison.Ordinal)) return "pptx";
            macros |= entry.FullName.EndsWith("vbaProject.bin", StringComparison.Ordinal);
        }

        return macros ? FileFormats.Docm : FileFormats.Docx;
    }

    private static string OpenDocument(ZipArchiveEntry mimeType)
    {
        using var reader = new StreamReader(mimeType.Open());
        return reader.ReadToEnd().Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => "odt",
            "application/vnd.oasis.opendocument.text-template" => "odt",
            "application/vnd.oasis.opendocument.spreadsheet" => "ods",
            "application/vnd.oasis.opendocument.presentation" => "odp",
            "application/epub+zip" => "epub",
            _ => "zip",
        };
    }
}
