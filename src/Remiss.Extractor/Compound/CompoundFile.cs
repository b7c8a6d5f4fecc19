using System.Buffers.Binary;
using System.Text;

namespace Remiss.Extractor.Compound;

/// <summary>
/// An OLE compound file, [MS-CFB]: a file system in a file. Chains of sectors and the tree of entries are followed only as far as the file has
/// sectors and entries, so that loops end.
/// </summary>
internal sealed class CompoundFile
{
    private const int EntryBytes = 128;
    private const int HeaderTables = 109;
    private const int MostEntries = 200_000;
    private const uint LastRegular = 0xFFFFFFFA;

    private readonly Stream file;
    private readonly int sectorBytes;
    private readonly int miniBytes;
    private readonly uint cutoff;
    private readonly uint[] table;
    private readonly uint[] miniTable;
    private readonly CompoundEntry[] entries;
    private readonly Lazy<byte[]> miniSectors;

    private CompoundFile(Stream file, ReadOnlySpan<byte> header)
    {
        this.file = file;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var miniShift = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (shift is not (9 or 12) || miniShift is < 2 or > 9) throw new InvalidDataException("A compound file with odd sectors.");
        sectorBytes = 1 << shift;
        miniBytes = 1 << miniShift;
        cutoff = BinaryPrimitives.ReadUInt32LittleEndian(header[56..]);
        table = Table(header);
        miniTable = Numbers(Chain(BinaryPrimitives.ReadUInt32LittleEndian(header[60..]), long.MaxValue));
        entries = Entries(Chain(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]), (long)MostEntries * EntryBytes));
        if (entries.Length == 0) throw new InvalidDataException("A compound file without entries.");
        miniSectors = new(() => Chain(entries[0].Start, entries[0].Length));
        Root = new CompoundStorage(this, "", entries[0].Child);
    }

    public CompoundStorage Root { get; }

    /// <exception cref="InvalidDataException">It is broken.</exception>
    public static CompoundFile Open(Stream file)
    {
        var header = new byte[512];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw new InvalidDataException("A compound file without a head.");
        return new CompoundFile(file, header);
    }

    /// <summary>The entries of one storage, out of the tree that orders them.</summary>
    internal List<CompoundEntry> ChildrenOf(uint top)
    {
        var children = new List<CompoundEntry>();
        var seen = new HashSet<uint>();
        var open = new Stack<uint>();
        open.Push(top);
        while (open.TryPop(out var index))
        {
            if (index >= entries.Length || !seen.Add(index)) continue;
            var entry = entries[index];
            if (entry.Kind is CompoundEntryKind.Storage or CompoundEntryKind.Stream) children.Add(entry);
            open.Push(entry.Left);
            open.Push(entry.Right);
        }

        return children;
    }

    internal byte[] Content(CompoundEntry entry)
    {
        if (entry.Length > file.Length) throw new InvalidDataException("A stream is longer than its file.");
        return entry.Length < cutoff ? MiniChain(entry.Start, entry.Length) : Chain(entry.Start, entry.Length);
    }

    private uint[] Table(ReadOnlySpan<byte> header)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderTables; i++) sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (i * 4))..]));
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        var sector = new byte[sectorBytes];
        var most = file.Length / sectorBytes;
        for (var read = 0L; read < most && ReadSector(next, sector); read++)
        {
            var numbers = Numbers(sector);
            sectors.AddRange(numbers[..^1]);
            next = numbers[^1];
        }

        var tables = new List<uint>();
        foreach (var number in sectors)
        {
            if (number >= LastRegular || tables.Count > most) continue;
            if (!ReadSector(number, sector)) throw new InvalidDataException("A compound file's table is cut off.");
            tables.AddRange(Numbers(sector));
        }

        return [.. tables];
    }

    private byte[] Chain(uint start, long length)
    {
        using var content = new MemoryStream();
        var sector = new byte[sectorBytes];
        var most = (file.Length / sectorBytes) + 1;
        var next = start;
        for (var read = 0L; read < most && content.Length < length && ReadSector(next, sector); read++)
        {
            content.Write(sector, 0, (int)Math.Min(sectorBytes, length - content.Length));
            next = next < table.Length ? table[next] : uint.MaxValue;
        }

        return content.ToArray();
    }

    private byte[] MiniChain(uint start, long length)
    {
        using var content = new MemoryStream();
        var sectors = miniSectors.Value;
        var next = start;
        for (var read = 0; read <= sectors.Length / miniBytes && content.Length < length; read++)
        {
            var position = (long)next * miniBytes;
            if (position >= sectors.Length) break;
            content.Write(sectors, (int)position, (int)Math.Min(Math.Min(miniBytes, length - content.Length), sectors.Length - position));
            next = next < miniTable.Length ? miniTable[next] : uint.MaxValue;
        }

        return content.ToArray();
    }

    private bool ReadSector(uint number, byte[] sector)
    {
        var position = ((long)number + 1) * sectorBytes;
        if (number >= LastRegular || position >= file.Length) return false;
        file.Position = position;
        Array.Clear(sector);
        file.ReadAtLeast(sector, sector.Length, throwOnEndOfStream: false);
        return true;
    }

    private static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]);
        return numbers;
    }

    private CompoundEntry[] Entries(ReadOnlySpan<byte> directory)
    {
        var found = new CompoundEntry[directory.Length / EntryBytes];
        for (var i = 0; i < found.Length; i++) found[i] = Entry(directory.Slice(i * EntryBytes, EntryBytes));
        return found;
    }

    private CompoundEntry Entry(ReadOnlySpan<byte> entry)
    {
        var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        var length = sectorBytes == 512 ? BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]) : BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);
        return new CompoundEntry(
            Encoding.Unicode.GetString(entry[..nameBytes]),
            (CompoundEntryKind)entry[66],
            BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]),
            BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]),
            BinaryPrimitives.ReadUInt32LittleEndian(entry[76..]),
            BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
            Math.Max(length, 0));
    }
}

internal enum CompoundEntryKind : byte
{
    Unused = 0,
    Storage = 1,
    Stream = 2,
    Root = 5,
}

internal readonly record struct CompoundEntry(string Name, CompoundEntryKind Kind, uint Left, uint Right, uint Child, uint Start, long Length);
