using System.Buffers.Binary;
using System.IO.Compression;

namespace Remiss.Infra.Tests.Teams;

/// <summary>An unfiltered 8-bit RGBA PNG, as the icons are.</summary>
internal sealed class PngImage
{
    private const int HeaderLength = 8;
    private const int BytesPerPixel = 4;

    private readonly byte[] rows;

    public PngImage(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file.Take(HeaderLength));
        using var data = new MemoryStream();
        for (var at = HeaderLength; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var type = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            var body = file.AsSpan(at + 8, length);
            if (type == "IHDR")
            {
                (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                Assert.Equal((8, 6), (body[8], body[9]));
            }
            else if (type == "IDAT")
            {
                data.Write(body);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress)) zlib.CopyTo(inflated);
        rows = inflated.ToArray();
        Assert.Equal(Height * RowLength, rows.Length);
        Assert.All(Enumerable.Range(0, Height), y => Assert.Equal(0, rows[y * RowLength]));
    }

    public int Width { get; }

    public int Height { get; }

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels =>
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        let at = (y * RowLength) + 1 + (x * BytesPerPixel)
        select (rows[at], rows[at + 1], rows[at + 2], rows[at + 3]);

    private int RowLength => (Width * BytesPerPixel) + 1;
}
