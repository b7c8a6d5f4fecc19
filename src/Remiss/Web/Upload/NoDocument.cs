namespace Remiss.Web.Upload;

/// <summary>Files that surely hold no letter to read: programs, sound, film. What is doubtful is taken in and looked at later.</summary>
internal static class NoDocument
{
    private static readonly (int At, byte[] Mark, string Kind)[] Signs =
    [
        (0, [0x4D, 0x5A, 0x90, 0x00], "ett program"),
        (0, [0x7F, .. "ELF"u8], "ett program"),
        (0, [0xCF, 0xFA, 0xED, 0xFE], "ett program"),
        (0, [0xCE, 0xFA, 0xED, 0xFE], "ett program"),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], "ett program"),
        (0, [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], "en genväg"),
        (0, [.. "ID3"u8], "en ljudfil"),
        (0, [.. "OggS"u8], "en ljudfil"),
        (0, [.. "fLaC"u8], "en ljudfil"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "en film"),
        (4, [.. "ftypisom"u8], "en film"),
        (4, [.. "ftypmp4"u8], "en film"),
        (4, [.. "ftypqt"u8], "en film"),
        (4, [.. "ftypM4A"u8], "en ljudfil"),
        (8, [.. "WAVEfmt "u8], "en ljudfil"),
        (8, [.. "AVI LIST"u8], "en film"),
    ];

    /// <returns>What it is, in Swedish with its article; null when it may be a document.</returns>
    public static string? KindOf(ReadOnlySpan<byte> head)
    {
        foreach (var (at, mark, kind) in Signs)
        {
            if (head.Length >= at && head[at..].StartsWith(mark)) return kind;
        }

        return null;
    }
}
