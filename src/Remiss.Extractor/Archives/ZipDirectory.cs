using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Archives;

/// <summary>Counts an archive's entries before anything is made of them, so that a directory of millions costs no memory.</summary>
internal static class ZipDirectory
{
    private const int EndBytes = 22;
    private const int LongestComment = 0xFFFF;
    private const int HeaderBytes = 46;

    /// <param name="names">The encoding of names that the archive does not mark as UTF-8.</param>
    /// <exception cref="LimitExceededException">It has more entries than are read.</exception>
    public static ZipArchive Open(Stream file, ExtractionLimits limits, Encoding? names = null)
    {
        if (Start(file) is { } start && HoldsMoreThan(file, start, limits.ArchiveEntries)) throw new LimitExceededException(ExtractionReasons.TooLarge);
        file.Position = 0;
        return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, names);
    }

    /// <summary>Where the directory starts, by the record at the end of the file; null when there is none.</summary>
    private static long? Start(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndBytes + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndBytes > tail.Length) return null;

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        return start != uint.MaxValue ? start : Start64(file, tail.AsSpan(0, at));
    }

    private static long? Start64(Stream file, ReadOnlySpan<byte> before)
    {
        if (before.Length < 20 || !before[^20..].StartsWith("PK\x06\x07"u8)) return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(before[^12..]);
        var record = new byte[56];
        if (at < 0 || at > file.Length - record.Length) return null;
        file.Position = at;
        file.ReadExactly(record);
        return record.AsSpan().StartsWith("PK\x06\x06"u8) ? BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)) : null;
    }

    private static bool HoldsMoreThan(Stream file, long start, int most)
    {
        if (start < 0 || start >= file.Length) return false;
        file.Position = start;
        var buffered = new BufferedStream(file, 1 << 16);
        var header = new byte[HeaderBytes];
        for (var count = 0; buffered.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes && header.AsSpan().StartsWith("PK\x01\x02"u8); count++)
        {
            if (count >= most) return true;
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
            buffered.Seek(rest, SeekOrigin.Current);
        }

        return false;
    }
}
