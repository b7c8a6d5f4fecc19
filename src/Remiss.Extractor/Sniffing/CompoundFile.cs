using System.Buffers.Binary;
using System.Text;

namespace Remiss.Extractor.Sniffing;

/// <summary>Reads the directory of an OLE compound file: what the old Office formats, Outlook's messages and encrypted Office documents are.</summary>
internal static class CompoundFile
{
    private const int EntryBytes = 128;
    private const int MaxDirectorySectors = 4_096;

    public static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static string Kind(Stream file)
    {
        var names = Names(file);
        return names.Contains("EncryptedPackage") ? FileFormats.Encrypted
            : names.Contains("__properties_version1.0") ? "msg"
            : names.Contains("WordDocument") ? "doc"
            : names.Contains("Workbook") || names.Contains("Book") ? "xls"
            : names.Contains("PowerPoint Document") ? "ppt"
            : "ole";
    }

    private static HashSet<string> Names(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[512];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return names;

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) return names;
        var sectorBytes = 1 << shift;
        var sector = new byte[sectorBytes];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var read = 0; read < MaxDirectorySectors && ReadSector(file, next, sector); read++)
        {
            for (var at = 0; at < sectorBytes; at += EntryBytes) AddName(sector.AsSpan(at, EntryBytes), names);
            next = Follow(file, header, next, sectorBytes);
        }

        return names;
    }

    private static void AddName(ReadOnlySpan<byte> entry, HashSet<string> names)
    {
        var bytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (bytes is > 2 and <= 64) names.Add(Encoding.Unicode.GetString(entry[..(bytes - 2)]));
    }

    /// <summary>Only the 109 sectors of the allocation table that the header names: enough for 7 MB before the directory ends.</summary>
    private static uint Follow(Stream file, byte[] header, uint sector, int sectorBytes)
    {
        const uint End = 0xFFFFFFFE;
        var perSector = (uint)(sectorBytes / 4);
        var table = sector / perSector;
        if (table >= 109) return End;

        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + ((int)table * 4)));
        var position = ((long)tableSector + 1) * sectorBytes + (sector % perSector * 4);
        var entry = new byte[4];
        if (position + 4 > file.Length) return End;
        file.Position = position;
        file.ReadExactly(entry);
        return BinaryPrimitives.ReadUInt32LittleEndian(entry);
    }

    private static bool ReadSector(Stream file, uint sector, byte[] buffer)
    {
        var position = ((long)sector + 1) * buffer.Length;
        if (sector >= 0xFFFFFFFA || position >= file.Length) return false;
        file.Position = position;
        Array.Clear(buffer);
        file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return true;
    }
}
