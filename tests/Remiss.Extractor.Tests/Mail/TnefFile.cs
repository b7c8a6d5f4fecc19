using System.Text;

namespace Remiss.Extractor.Tests.Mail;

/// <summary>A winmail.dat, attribute by attribute.</summary>
internal sealed class TnefFile
{
    private readonly List<byte> content = [0x78, 0x9F, 0x3E, 0x22, 1, 0];

    public TnefFile()
    {
        Add(1, 0x00089006, [0, 0, 1, 0]);
        Add(1, 0x00069007, [0xE4, 0x04, 0, 0, 0, 0, 0, 0]);
    }

    public TnefFile Text(string text) => Add(1, 0x0002800C, Narrow(text));

    public TnefFile RichText(string rtf)
    {
        byte[] stored = [.. Number(rtf.Length + 12), .. Number(rtf.Length), .. "MELA"u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(rtf)];
        return Add(1, 0x00069003, [.. Number(1), 0x02, 0x01, 0x09, 0x10, .. Number(1), .. Number(stored.Length), .. stored, .. new byte[(4 - (stored.Length % 4)) % 4]]);
    }

    public TnefFile Attachment(string name, ReadOnlySpan<byte> bytes) =>
        Add(2, 0x00069002, new byte[14]).Add(2, 0x00018010, Narrow(name)).Add(2, 0x0006800F, bytes.ToArray());

    public byte[] Build() => [.. content];

    private TnefFile Add(byte level, int attribute, byte[] data)
    {
        content.AddRange([level, .. Number(attribute), .. Number(data.Length), .. data, .. BitConverter.GetBytes((ushort)data.Sum(value => value))]);
        return this;
    }

    private static byte[] Number(int value) => BitConverter.GetBytes(value);

    private static byte[] Narrow(string text) => [.. CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), 0];
}
