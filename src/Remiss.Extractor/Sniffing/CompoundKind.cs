using Remiss.Extractor.Compound;

namespace Remiss.Extractor.Sniffing;

/// <summary>Which of the formats that are OLE compound files this one is: the old Office formats, Outlook's messages, encrypted Office documents.</summary>
internal static class CompoundKind
{
    public static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static string Of(Stream file)
    {
        try
        {
            var root = CompoundFile.Open(file).Root;
            return root.Has("EncryptedPackage") ? FileFormats.Encrypted
                : root.Has("__properties_version1.0") ? FileFormats.Msg
                : root.Has("WordDocument") ? FileFormats.Doc
                : root.Has("Workbook") || root.Has("Book") ? "xls"
                : root.Has("PowerPoint Document") ? "ppt"
                : "ole";
        }
        catch (InvalidDataException)
        {
            return "ole";
        }
    }
}
