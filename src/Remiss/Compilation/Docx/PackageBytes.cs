using System.IO.Compression;

namespace Remiss.Compilation.Docx;

/// <summary>Rewrites a package so that nothing of the machine or the hour of writing is left in it.</summary>
internal static class PackageBytes
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <param name="moment">Stands as the time of every entry.</param>
    public static void Settle(Stream package, Stream destination, DateTimeOffset moment)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries.OrderBy(e => e.FullName != ContentTypes).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = EntryTime(moment);
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }

    /// <summary>ZIP knows no time zone and no year before 1980.</summary>
    public static DateTimeOffset EntryTime(DateTimeOffset moment) =>
        moment.UtcDateTime.Year is >= 1980 and <= 2107 ? new(moment.UtcDateTime, TimeSpan.Zero) : new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
