using System.IO.Compression;
using ZipFile = Remiss.Extractor.Tests.Archives.ZipFile;

namespace Remiss.Extractor.Tests.Fuzzing;

/// <summary>Breaks a file in the ways in which files break, and in some in which only people break them.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly long[] Extremes = [0, 1, -1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFFE];

    public byte[] Of(byte[] sample, byte[] other)
    {
        if (sample.AsSpan().StartsWith("PK"u8) && random.Next(4) > 0) return Inside(sample, other);
        var bytes = sample.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 8; times--) Once(bytes, other);
        return [.. bytes];
    }

    /// <summary>What is compressed breaks only when it is broken before.</summary>
    private byte[] Inside(byte[] archive, byte[] other)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        var chosen = random.Next(zip.Entries.Count);
        var entries = new List<(string, byte[])>();
        foreach (var (index, entry) in zip.Entries.Index())
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            var bytes = content.ToArray().ToList();
            for (var times = index == chosen ? random.Next(1, 6) : 0; times > 0 && bytes.Count > 8; times--) Once(bytes, other);
            entries.Add((entry.FullName, [.. bytes]));
        }

        return ZipFile.Of(entries);
    }

    private void Once(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(1 << random.Next(1, 12), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                for (var i = 0; i < Math.Min(length, 16); i++) bytes[at + i] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            case 6:
                var copied = bytes.GetRange(at, length);
                for (var times = random.Next(2, 50); times > 0; times--) bytes.InsertRange(at, copied);
                break;
            default:
                var number = BitConverter.GetBytes(Extremes[random.Next(Extremes.Length)]);
                for (var i = 0; i < Math.Min(random.Next(1, 3) * 2, bytes.Count - at); i++) bytes[at + i] = number[i];
                break;
        }
    }
}
