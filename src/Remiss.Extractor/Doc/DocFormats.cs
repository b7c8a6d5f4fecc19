using System.Buffers.Binary;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Doc;

/// <summary>Stretches of the file and the list of properties that holds in each, out of its formatted disk pages: [MS-DOC] 2.9.33, 2.9.175.</summary>
internal sealed class DocFormats
{
    private const int PageBytes = 512;
    private const int MostStretches = 2_000_000;

    private readonly List<Stretch> stretches = [];

    private DocFormats()
    {
    }

    public static DocFormats Paragraphs(ReadOnlySpan<byte> plc, byte[] document) => Read(plc, document, entryBytes: 13);

    public static DocFormats Characters(ReadOnlySpan<byte> plc, byte[] document) => Read(plc, document, entryBytes: 1);

    /// <summary>The stretch that holds the place; its end may lie before the place when there is none.</summary>
    public Stretch At(long place)
    {
        int low = 0, high = stretches.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var stretch = stretches[middle];
            if (place < stretch.Start) high = middle - 1;
            else if (place >= stretch.End) low = middle + 1;
            else return stretch;
        }

        return new Stretch(place, low < stretches.Count ? stretches[low].Start : long.MaxValue, default);
    }

    private static DocFormats Read(ReadOnlySpan<byte> plc, byte[] document, int entryBytes)
    {
        var formats = new DocFormats();
        var pages = (plc.Length - 4) / 8;
        for (var i = 0; i < pages; i++)
        {
            var number = BinaryPrimitives.ReadUInt32LittleEndian(plc[(((pages + 1) * 4) + (i * 4))..]) & 0x3FFFFF;
            var start = number * (long)PageBytes;
            if (formats.stretches.Count > MostStretches) throw new LimitExceededException(ExtractionReasons.TooLarge);
            if (start + PageBytes <= document.Length) formats.AddPage(document.AsMemory((int)start, PageBytes), entryBytes);
        }

        formats.stretches.Sort((one, other) => one.Start.CompareTo(other.Start));
        return formats;
    }

    private void AddPage(ReadOnlyMemory<byte> page, int entryBytes)
    {
        var span = page.Span;
        int count = span[PageBytes - 1];
        var entries = (count + 1) * 4;
        for (var i = 0; i < count && entries + ((i + 1) * entryBytes) <= PageBytes; i++)
        {
            var from = BinaryPrimitives.ReadUInt32LittleEndian(span[(i * 4)..]);
            var to = BinaryPrimitives.ReadUInt32LittleEndian(span[((i + 1) * 4)..]);
            var at = span[entries + (i * entryBytes)] * 2;
            if (to > from) stretches.Add(new Stretch(from, to, at == 0 ? default : Properties(page, at, isParagraph: entryBytes > 1)));
        }
    }

    private static ReadOnlyMemory<byte> Properties(ReadOnlyMemory<byte> page, int at, bool isParagraph)
    {
        var span = page.Span;
        int length = span[at++];
        if (isParagraph)
        {
            if (length == 0 && at < PageBytes) length = span[at++] * 2;
            else length = (length * 2) - 1;
        }

        return length <= 0 || at >= PageBytes ? default : page.Slice(at, Math.Min(length, PageBytes - at));
    }

    /// <param name="Properties">For a paragraph, the number of its style comes first.</param>
    internal readonly record struct Stretch(long Start, long End, ReadOnlyMemory<byte> Properties);
}
