using MimeKit;
using MimeKit.Tnef;

namespace Remiss.Extractor.Mail;

/// <summary>winmail.dat: text and files as Outlook packs them for its own kind.</summary>
internal static class TnefMessage
{
    public static ReadOnlySpan<byte> Mark => [0x78, 0x9F, 0x3E, 0x22];

    /// <returns>Null when the part is none, or cannot be unpacked; then it stays a file like any other.</returns>
    public static MimeMessage? Of(MimePart part)
    {
        if (part is not TnefPart && !(part.FileName ?? "").EndsWith("winmail.dat", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return (part as TnefPart ?? new TnefPart { Content = part.Content }).ConvertToMessage();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return null;
        }
    }

    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public static MimeMessage Of(Stream file) =>
        Of(new TnefPart { Content = new MimeContent(file) }) ?? throw new InvalidDataException("A message packed by Outlook is broken.");
}
