using System.Buffers.Binary;
using System.Text;

namespace Remiss.Extractor.Compound;

/// <summary>A storage with what it holds, or a stream with its content, that is to be written.</summary>
internal sealed record CompoundNode(string Name, byte[]? Content = null)
{
    public List<CompoundNode> Children { get; } = [];

    public CompoundNode With(params IEnumerable<CompoundNode> children)
    {
        Children.AddRange(children);
        return this;
    }
}

/// <summary>Writes a compound file: how a message inside another becomes a file of its own, with all that Outlook kept in it.</summary>
internal static class CompoundWriter
{
    private const int SectorBytes = 512;
    private const int MiniBytes = 64;
    private const int Cutoff = 4_096;
    private const int HeaderTables = 109;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint IsTable = 0xFFFFFFFD;
    private const uint IsTableOfTables = 0xFFFFFFFC;

    public static void Write(CompoundNode root, Stream target)
    {
        var entries = new List<Entry> { new(root) };
        Enumerate(root, entries[0], entries);

        using var mini = new MemoryStream();
        var miniTable = new List<uint>();
        foreach (var entry in entries.Where(entry => entry.Node.Content is { Length: > 0 and < Cutoff })) AddMini(entry, mini, miniTable);

        var directory = Sectors(entries.Count * 128L);
        var miniTableSectors = Sectors(miniTable.Count * 4L);
        var miniSectors = Sectors(mini.Length);
        var big = entries.Where(entry => entry.Node.Content is { Length: >= Cutoff }).ToList();
        var content = directory + miniTableSectors + miniSectors + big.Sum(entry => Sectors(entry.Node.Content!.Length));
        var (tables, tablesOfTables) = TablesFor(content);

        var table = new List<uint>();
        table.AddRange(Enumerable.Repeat(IsTable, tables));
        table.AddRange(Enumerable.Repeat(IsTableOfTables, tablesOfTables));
        var directoryStart = Chain(table, directory);
        var miniTableStart = Chain(table, miniTableSectors);
        entries[0].Start = Chain(table, miniSectors);
        entries[0].Length = mini.Length;
        foreach (var entry in big)
        {
            entry.Start = Chain(table, Sectors(entry.Node.Content!.Length));
            entry.Length = entry.Node.Content.Length;
        }

        while (table.Count < tables * (SectorBytes / 4)) table.Add(Free);
        WriteHeader(target, tables, tablesOfTables, directoryStart, miniTableStart, miniTableSectors);
        WriteNumbers(target, table);
        for (var i = 0; i < tablesOfTables; i++) WriteNumbers(target, TableOfTables(i, tables, tablesOfTables));
        foreach (var entry in entries) entry.Write(target);
        Pad(target, entries.Count * 128L);
        WriteNumbers(target, miniTable);
        Pad(target, miniTable.Count * 4L, 0xFF);
        mini.WriteTo(target);
        Pad(target, mini.Length);
        foreach (var entry in big)
        {
            target.Write(entry.Node.Content!);
            Pad(target, entry.Length);
        }
    }

    private static void Enumerate(CompoundNode storage, Entry owner, List<Entry> entries)
    {
        var children = storage.Children.OrderBy(child => child.Name.Length).ThenBy(child => child.Name.ToUpperInvariant(), StringComparer.Ordinal).ToList();
        var first = entries.Count;
        entries.AddRange(children.Select(child => new Entry(child)));
        owner.Child = Balance(entries, first, first + children.Count);
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i].Content is null) Enumerate(children[i], entries[first + i], entries);
        }
    }

    private static uint Balance(List<Entry> entries, int from, int to)
    {
        if (from >= to) return Free;
        var middle = (from + to) / 2;
        entries[middle].Left = Balance(entries, from, middle);
        entries[middle].Right = Balance(entries, middle + 1, to);
        return (uint)middle;
    }

    private static void AddMini(Entry entry, MemoryStream mini, List<uint> miniTable)
    {
        var content = entry.Node.Content!;
        entry.Start = (uint)miniTable.Count;
        entry.Length = content.Length;
        mini.Write(content);
        while (mini.Length % MiniBytes != 0) mini.WriteByte(0);
        while (miniTable.Count < mini.Length / MiniBytes) miniTable.Add((uint)miniTable.Count + 1);
        miniTable[^1] = End;
    }

    private static uint Chain(List<uint> table, int sectors)
    {
        if (sectors == 0) return End;
        var start = (uint)table.Count;
        for (var i = 1; i < sectors; i++) table.Add((uint)table.Count + 1);
        table.Add(End);
        return start;
    }

    private static int Sectors(long bytes) => (int)((bytes + SectorBytes - 1) / SectorBytes);

    private static (int Tables, int TablesOfTables) TablesFor(int content)
    {
        int tables = 1, more = 0;
        while (tables * (SectorBytes / 4) < content + tables + more)
        {
            tables++;
            more = tables <= HeaderTables ? 0 : (tables - HeaderTables + 126) / 127;
        }

        return (tables, more);
    }

    private static IEnumerable<uint> TableOfTables(int index, int tables, int tablesOfTables)
    {
        for (var i = 0; i < 127; i++)
        {
            var number = HeaderTables + (index * 127) + i;
            yield return number < tables ? (uint)number : Free;
        }

        yield return index + 1 < tablesOfTables ? (uint)(tables + index + 1) : End;
    }

    private static void WriteHeader(Stream target, int tables, int tablesOfTables, uint directory, uint miniTable, int miniTableSectors)
    {
        var header = new byte[SectorBytes];
        ReadOnlySpan<byte> mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(header);
        U16(header, 24, 0x3E);
        U16(header, 26, 3);
        U16(header, 28, 0xFFFE);
        U16(header, 30, 9);
        U16(header, 32, 6);
        U32(header, 44, (uint)tables);
        U32(header, 48, directory);
        U32(header, 56, Cutoff);
        U32(header, 60, miniTable);
        U32(header, 64, (uint)miniTableSectors);
        U32(header, 68, tablesOfTables == 0 ? End : (uint)tables);
        U32(header, 72, (uint)tablesOfTables);
        for (var i = 0; i < HeaderTables; i++) U32(header, 76 + (i * 4), i < tables ? (uint)i : Free);
        target.Write(header);
    }

    private static void WriteNumbers(Stream target, IEnumerable<uint> numbers)
    {
        var bytes = new byte[4];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
            target.Write(bytes);
        }
    }

    private static void Pad(Stream target, long written, byte with = 0)
    {
        for (; written % SectorBytes != 0; written++) target.WriteByte(with);
    }

    private static void U16(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static void U32(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    private sealed class Entry(CompoundNode node)
    {
        private const int LongestName = 31;

        public CompoundNode Node => node;

        public uint Left { get; set; } = Free;

        public uint Right { get; set; } = Free;

        public uint Child { get; set; } = Free;

        public uint Start { get; set; } = node.Content is null ? 0 : End;

        public long Length { get; set; }

        public void Write(Stream target)
        {
            var bytes = new byte[128];
            var isRoot = node.Name.Length == 0;
            var name = isRoot ? "Root Entry" : node.Name[..Math.Min(node.Name.Length, LongestName)];
            Encoding.Unicode.GetBytes(name, bytes);
            U16(bytes, 64, (ushort)((name.Length + 1) * 2));
            bytes[66] = (byte)(isRoot ? CompoundEntryKind.Root : node.Content is null ? CompoundEntryKind.Storage : CompoundEntryKind.Stream);
            bytes[67] = 1;
            U32(bytes, 68, Left);
            U32(bytes, 72, Right);
            U32(bytes, 76, Child);
            U32(bytes, 116, Start);
            U32(bytes, 120, (uint)Length);
            target.Write(bytes);
        }
    }
}
