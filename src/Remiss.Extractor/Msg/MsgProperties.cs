using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Remiss.Extractor.Compound;

namespace Remiss.Extractor.Msg;

/// <summary>What Outlook keeps about a message, a recipient or an attachment, [MS-OXMSG]: long values in streams, short ones in a list.</summary>
internal sealed class MsgProperties
{
    public const string ListName = "__properties_version1.0";

    private const int Unicode = 0x001F;
    private const int Narrow = 0x001E;
    private const int Binary = 0x0102;
    private const int EntryBytes = 16;

    private readonly CompoundStorage storage;
    private readonly Dictionary<int, long> values = [];

    /// <param name="headBytes">Before the list begins: 32 in a file, 24 in a message inside another, 8 elsewhere.</param>
    public MsgProperties(CompoundStorage storage, int headBytes)
    {
        this.storage = storage;
        var list = storage.Content(ListName) ?? [];
        for (var at = headBytes; at + EntryBytes <= list.Length; at += EntryBytes)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(list.AsSpan(at + 2));
            values.TryAdd(id, BinaryPrimitives.ReadInt64LittleEndian(list.AsSpan(at + 8)));
        }
    }

    public Encoding NarrowEncoding { get; set; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public string? Text(int id) =>
        storage.Content(Name(id, Unicode)) is { } wide ? Encoding.Unicode.GetString(wide).TrimEnd('\0')
            : storage.Content(Name(id, Narrow)) is { } narrow ? NarrowEncoding.GetString(narrow).TrimEnd('\0')
            : null;

    public byte[]? Bytes(int id) => storage.Content(Name(id, Binary));

    public CompoundStorage? Object(int id) => storage.Storage(Name(id, 0x000D));

    public int? Number(int id) => values.TryGetValue(id, out var value) ? (int)value : null;

    public DateTimeOffset? Time(int id) =>
        values.TryGetValue(id, out var value) && value > 0 && value < DateTime.MaxValue.ToFileTimeUtc()
            ? new DateTimeOffset(DateTime.FromFileTimeUtc(value), TimeSpan.Zero)
            : null;

    private static string Name(int id, int type) => string.Create(CultureInfo.InvariantCulture, $"__substg1.0_{id:X4}{type:X4}");
}
