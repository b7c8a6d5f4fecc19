using System.Buffers.Binary;

namespace Remiss.Share;

/// <summary>
/// The checksum that SharePoint and OneDrive keep of a file: each byte is turned 11 bits further than the one before and laid over 160 bits,
/// and the length over the last 64 of them. https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash
/// </summary>
public sealed class QuickXorHash
{
    private const int Bits = 160;
    private const int Turn = 11;

    /// <summary>Bytes whose places differ by 160 are laid over the same bits, so they can be laid over each other first.</summary>
    private readonly byte[] folded = new byte[Bits];
    private long length;

    public void Append(ReadOnlySpan<byte> content)
    {
        var place = (int)(length % Bits);
        foreach (var value in content)
        {
            folded[place] ^= value;
            if (++place == Bits) place = 0;
        }

        length += content.Length;
    }

    /// <returns>In Base64, as Graph gives it.</returns>
    public string Finish()
    {
        Span<byte> hash = stackalloc byte[Bits / 8];
        for (var i = 0; i < Bits; i++)
        {
            var bit = i * Turn % Bits;
            var turned = folded[i] << (bit % 8);
            hash[bit / 8] ^= (byte)turned;
            hash[(bit / 8 + 1) % hash.Length] ^= (byte)(turned >> 8);
        }

        var end = hash[^sizeof(long)..];
        BinaryPrimitives.WriteInt64LittleEndian(end, BinaryPrimitives.ReadInt64LittleEndian(end) ^ length);
        return Convert.ToBase64String(hash);
    }
}
