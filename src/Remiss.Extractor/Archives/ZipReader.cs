using System.IO.Compression;
using System.Text;
using Remiss.Extractor.Attachments;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Archives;

/// <summary>An archive is read as a mail without words: each of its files becomes a document of its own.</summary>
internal sealed class ZipReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file, string attachmentsFolder)
    {
        using var archive = ZipDirectory.Open(file, limits, Encoding.Latin1);
        var entries = archive.Entries.Where(IsFile).ToList();
        if (entries.Count == 0) return ExtractionResult.Unreadable(FileFormats.Zip, ExtractionReasons.Empty);
        CheckSizes(entries);

        var folder = new AttachmentFolder(attachmentsFolder, limits);
        var remarks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.IsEncrypted) remarks.Add(ExtractionReasons.Encrypted);
            else if (!TryUnpack(entry, folder)) remarks.Add(ExtractionReasons.Corrupt);
        }

        return new ExtractionResult
        {
            State = folder.Written.Count > 0 ? ExtractionState.Read : ExtractionState.Unreadable,
            Format = FileFormats.Zip,
            Reasons = [.. remarks],
            Attachments = folder.Written,
        };
    }

    private void CheckSizes(List<ZipArchiveEntry> entries)
    {
        if (entries.Count > limits.Attachments) throw new LimitExceededException(ExtractionReasons.TooLarge);
        var room = limits.AttachmentBytes;
        foreach (var entry in entries)
        {
            if (entry.Length < 0 || entry.Length > room) throw new LimitExceededException(ExtractionReasons.TooLarge);
            room -= entry.Length;
        }
    }

    /// <summary>One entry that cannot be unpacked does not take the others with it.</summary>
    private static bool TryUnpack(ZipArchiveEntry entry, AttachmentFolder folder)
    {
        try
        {
            folder.Add(EntryName.Decode(entry.FullName), "application/octet-stream", target =>
            {
                using var content = entry.Open();
                content.CopyTo(target);
            });
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return false;
        }
    }

    private static bool IsFile(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.Length > 0 && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && file is not (".DS_Store" or "Thumbs.db" or "desktop.ini");
    }
}
