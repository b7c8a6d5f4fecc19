using System.Buffers.Binary;
using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Rtf;

/// <summary>Rich text as Outlook compresses it, [MS-OXRTFCP].</summary>
internal static class CompressedRtf
{
    private const int HeaderBytes = 16;
    private const uint Compressed = 0x75465A4C;
    private const uint Stored = 0x414C454D;
    private const int WindowBytes = 4_096;

    private static readonly byte[] Known = Encoding.ASCII.GetBytes(
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
        + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx");

    public static byte[] Inflate(ReadOnlySpan<byte> content, ExtractionLimits limits)
    {
        if (content.Length < HeaderBytes) throw new InvalidDataException("A compressed body without a head.");
        var size = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(content[8..]);
        var rest = content[HeaderBytes..];
        if (kind == Stored) return rest[..(int)Math.Min(size, (uint)rest.Length)].ToArray();
        if (kind != Compressed) throw new InvalidDataException("A body compressed in an unknown way.");
        if (size > limits.InflatedBytes) throw new LimitExceededException(ExtractionReasons.TooLarge);
        return Inflate(rest, (int)Math.Min(size, rest.Length * 18L));
    }

    private static byte[] Inflate(ReadOnlySpan<byte> content, int size)
    {
        var window = new byte[WindowBytes];
        Known.CopyTo(window, 0);
        var at = Known.Length;
        var result = new byte[size];
        var written = 0;
        for (var read = 0; read < content.Length;)
        {
            var flags = content[read++];
            for (var bit = 0; bit < 8 && read < content.Length; bit++)
            {
                if ((flags >> bit & 1) == 0)
                {
                    if (!Put(content[read++])) return result;
                    continue;
                }

                if (read + 2 > content.Length) return result[..written];
                var reference = BinaryPrimitives.ReadUInt16BigEndian(content[read..]);
                read += 2;
                var from = reference >> 4;
                if (from == at) return result[..written];
                for (var i = 0; i < (reference & 0xF) + 2; i++)
                {
                    if (!Put(window[(from + i) % WindowBytes])) return result;
                }
            }
        }

        return result[..written];

        bool Put(byte value)
        {
            if (written == result.Length) return false;
            result[written++] = value;
            window[at] = value;
            at = (at + 1) % WindowBytes;
            return true;
        }
    }
}
