using System.IO.Compression;
using System.Text;

namespace Remiss.Extractor.Tests.Archives;

/// <summary>Builds archives, honest ones and others.</summary>
internal static class ZipFile
{
    public static byte[] Of(params IEnumerable<(string Name, byte[] Content)> entries) => Of(null, entries);

    /// <param name="names">The encoding of names, unmarked; UTF-8 and marked where null.</param>
    public static byte[] Of(Encoding? names, IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Flips the bit that says so in both headers of the first entry.</summary>
    public static byte[] Encrypted(byte[] archive)
    {
        archive[6] |= 1;
        archive[archive.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        return archive;
    }
}
