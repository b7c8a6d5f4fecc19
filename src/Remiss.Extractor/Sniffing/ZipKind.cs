using System.IO.Compression;
using System.Text;
using Remiss.Extractor.Archives;

namespace Remiss.Extractor.Sniffing;

/// <summary>Which of the many formats that are ZIP archives this one is; a broken archive is judged by the names that still can be seen.</summary>
internal static class ZipKind
{
    private const int LongestMimeType = 200;

    public static string Of(Stream file, ReadOnlySpan<byte> head, ExtractionLimits limits)
    {
        try
        {
            using var archive = ZipDirectory.Open(file, limits);
            return Kind(archive);
        }
        catch (Exception e) when (e is InvalidDataException or LimitExceededException)
        {
            return head.IndexOf("word/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0 ? FileFormats.Docx : FileFormats.Zip;
        }
    }

    private static string Kind(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is { } mimeType) return OpenDocument(mimeType);
        if (archive.GetEntry("[Content_Types].xml") is null) return FileFormats.Zip;

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
        using var content = mimeType.Open();
        var bytes = new byte[LongestMimeType];
        return Encoding.ASCII.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => FileFormats.Odt,
            "application/vnd.oasis.opendocument.text-template" => FileFormats.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => "ods",
            "application/vnd.oasis.opendocument.presentation" => "odp",
            "application/epub+zip" => "epub",
            _ => FileFormats.Zip,
        };
    }
}
