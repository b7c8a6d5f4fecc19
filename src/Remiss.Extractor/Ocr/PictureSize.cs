using System.Buffers.Binary;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Ocr;

/// <summary>How large the pictures in a file are, by what its heads say: known before anything unpacks them.</summary>
internal static class PictureSize
{
    private const int MostDirectories = 20_000;

    /// <returns>Width and height of each picture; a TIFF has several.</returns>
    /// <exception cref="InvalidDataException">The file's head is no such head.</exception>
    public static IReadOnlyList<(long Width, long Height)> Of(Stream file, string format)
    {
        file.Position = 0;
        return format switch
        {
            "png" => [Png(file)],
            "jpeg" => [Jpeg(file)],
            "tiff" => Tiff(file),
            _ => throw new InvalidDataException("No picture: " + format),
        };
    }

    private static (long Width, long Height) Png(Stream file)
    {
        var head = Read(file, 24);
        return head.AsSpan(12, 4).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20)))
            : throw new InvalidDataException("PNG without a head.");
    }

    private static (long Width, long Height) Jpeg(Stream file)
    {
        file.Position = 2;
        while (true)
        {
            var mark = Read(file, 4);
            if (mark[0] != 0xFF) throw new InvalidDataException("JPEG without a frame.");
            if (mark[1] == 0xFF)
            {
                file.Position -= 3;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(mark.AsSpan(2));
            if (length < 2) throw new InvalidDataException("JPEG with a broken segment.");
            if (mark[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var frame = Read(file, 5);
                return (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)));
            }

            file.Position += length - 2;
        }
    }

    private static List<(long Width, long Height)> Tiff(Stream file)
    {
        var head = Read(file, 8);
        var isLittle = head[0] == (byte)'I';
        var pictures = new List<(long Width, long Height)>();
        var seen = new HashSet<uint>();
        for (var at = Number(head.AsSpan(4)); at != 0; at = Number(Read(file, 4)))
        {
            if (!seen.Add(at)) throw new InvalidDataException("TIFF whose pages go in a circle.");
            if (seen.Count > MostDirectories) throw new LimitExceededException(ExtractionReasons.TooLarge);
            file.Position = at;
            long width = 0, height = 0;
            var entries = Short(Read(file, 2));
            for (var i = 0; i < entries; i++)
            {
                var entry = Read(file, 12);
                var value = Short(entry.AsSpan(2)) == 3 ? Short(entry.AsSpan(8)) : Number(entry.AsSpan(8));
                if (Short(entry) == 256) width = value;
                else if (Short(entry) == 257) height = value;
            }

            pictures.Add((width, height));
        }

        return pictures.Count > 0 ? pictures : throw new InvalidDataException("TIFF without a page.");

        uint Number(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

        ushort Short(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }

    private static byte[] Read(Stream file, int count)
    {
        var bytes = new byte[count];
        try
        {
            file.ReadExactly(bytes);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The picture ends in its head.", e);
        }

        return bytes;
    }
}
