namespace Remiss.Web.Tests.Pages;

/// <summary>A TIFF without compression, a grey page for each size.</summary>
internal static class TiffFile
{
    public static byte[] Grey(params (int Width, int Height, byte Shade)[] pages)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        foreach (var (index, (width, height, shade)) in pages.Index())
        {
            (ushort Tag, ushort Type, int Value)[] fields =
            [
                (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 0), (277, 3, 1), (278, 4, height), (279, 4, width * height),
            ];
            var content = (int)file.Position + 2 + (12 * fields.Length) + 4;
            writer.Write((ushort)fields.Length);
            foreach (var (tag, type, value) in fields)
            {
                writer.Write(tag);
                writer.Write(type);
                writer.Write(1);
                writer.Write(tag == 273 ? content : value);
            }

            writer.Write(index == pages.Length - 1 ? 0 : content + (width * height));
            writer.Write([.. Enumerable.Repeat(shade, width * height)]);
        }

        return file.ToArray();
    }
}
