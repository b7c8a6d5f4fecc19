using System.Buffers.Binary;
using Remiss.Extractor.Ocr;

namespace Remiss.Extractor.Tests.Ocr;

public sealed class PictureSizeTests
{
    [Fact]
    public void A_png_tells_its_size_in_its_first_chunk()
    {
        byte[] file = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. Big(40_000), .. Big(30_000), 8, 0, 0, 0, 0];

        Assert.Equal([(40_000, 30_000)], PictureSize.Of(new MemoryStream(file), "png"));
    }

    [Fact]
    public void A_jpeg_tells_its_size_behind_its_other_segments()
    {
        byte[] file = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0x0D, 0xB4, 0x09, 0xB0, 1, 1, 0x11, 0];

        Assert.Equal([(2480, 3508)], PictureSize.Of(new MemoryStream(file), "jpeg"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_tiff_tells_the_size_of_each_page(bool isLittle)
    {
        var file = Tiff(isLittle, (100, 200), (300, 70_000));

        Assert.Equal([(100, 200), (300, 70_000)], PictureSize.Of(new MemoryStream(file), "tiff"));
    }

    [Fact]
    public void A_tiff_whose_pages_go_in_a_circle_is_broken()
    {
        var file = Tiff(isLittle: true, (100, 200), (100, 200));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(^4), 8);

        Assert.Throws<InvalidDataException>(() => PictureSize.Of(new MemoryStream(file), "tiff"));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("tiff")]
    public void A_picture_that_ends_in_its_head_is_broken(string format) =>
        Assert.Throws<InvalidDataException>(() => PictureSize.Of(new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0, 200]), format));

    private static byte[] Tiff(bool isLittle, params (int Width, int Height)[] pages)
    {
        var file = new List<byte>(isLittle ? [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0] : [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8]);
        for (var page = 0; page < pages.Length; page++)
        {
            Short(2);
            Entry(256, pages[page].Width);
            Entry(257, pages[page].Height);
            Long(page + 1 < pages.Length ? file.Count + 4 : 0);
        }

        return [.. file];

        void Entry(int tag, int value)
        {
            Short(tag);
            Short(4);
            Long(1);
            Long(value);
        }

        void Short(int value) => file.AddRange(isLittle ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value]);

        void Long(int value)
        {
            var bytes = Big(value);
            if (isLittle) Array.Reverse(bytes);
            file.AddRange(bytes);
        }
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
