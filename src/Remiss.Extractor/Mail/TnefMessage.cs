using System.Buffers.Binary;
using MimeKit;
using MimeKit.Tnef;

namespace Remiss.Extractor.Mail;

/// <summary>winmail.dat: text and files as Outlook packs them for its own kind.</summary>
internal static class TnefMessage
{
    private const int HeadBytes = 6;
    private const int AttributeHeadBytes = 9;
    private const int ChecksumBytes = 2;
    private const int SmallestEntry = 4;

    public static ReadOnlySpan<byte> Mark => [0x78, 0x9F, 0x3E, 0x22];

    /// <returns>Null when the part is none, or cannot be unpacked; then it stays a file like any other.</returns>
    public static MimeMessage? Of(MimePart part)
    {
        if (part is not TnefPart && !(part.FileName ?? "").EndsWith("winmail.dat", StringComparison.OrdinalIgnoreCase)) return null;
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return Of(bytes.ToArray());
    }

    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public static MimeMessage Of(Stream file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Of(bytes.ToArray()) ?? throw new InvalidDataException("A message packed by Outlook is broken.");
    }

    private static MimeMessage? Of(byte[] bytes)
    {
        if (!HoldsTogether(bytes)) return null;
        try
        {
            return new TnefPart { Content = new MimeContent(new MemoryStream(bytes)) }.ConvertToMessage();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return null;
        }
    }

    /// <summary>The library believes every length and count, and walks on for a minute where a file of some hundred bytes says four billion.</summary>
    private static bool HoldsTogether(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Mark) || file.Length < HeadBytes) return false;
        var rest = file[HeadBytes..];
        while (rest.Length >= AttributeHeadBytes)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[5..]);
            if (length > rest.Length - AttributeHeadBytes) return false;
            var content = rest.Slice(AttributeHeadBytes, (int)length);
            var isList = BinaryPrimitives.ReadUInt32LittleEndian(rest[1..]) is 0x00069003 or 0x00069004 or 0x00069005;
            if (isList && (content.Length < SmallestEntry || BinaryPrimitives.ReadUInt32LittleEndian(content) > content.Length / SmallestEntry)) return false;
            rest = rest[Math.Min(rest.Length, AttributeHeadBytes + (int)length + ChecksumBytes)..];
        }

        return true;
    }
}
