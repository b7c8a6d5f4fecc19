using Remiss.Share;

namespace Remiss.Tests.Share;

public static class QuickXorHashTests
{
    [Theory]
    [InlineData("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA=")]
    [InlineData("tbQ=", "taAFAAAAAAAAAAAAAgAAAAAAAAA=")]
    [InlineData("0pZP", "0rDEEwAAAAAAAAAAAwAAAAAAAAA=")]
    [InlineData("jRRDVA==", "jaDAEKgAAAAAAAAABAAAAAAAAAA=")]
    public static void Short_contents_have_the_checksums_that_can_be_worked_out_by_hand(string content, string expected) =>
        Assert.Equal(expected, Of(Convert.FromBase64String(content), 7));

    [Theory]
    [InlineData(1)]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(161)]
    [InlineData(1000)]
    [InlineData(70_000)]
    public static void It_is_what_its_definition_says_bit_by_bit_however_it_is_cut(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        Assert.Equal(ByDefinition(content), Of(content, 1));
        Assert.Equal(ByDefinition(content), Of(content, 333));
        Assert.Equal(ByDefinition(content), Of(content, length));
    }

    private static string Of(byte[] content, int piece)
    {
        var hash = new QuickXorHash();
        foreach (var part in content.Chunk(piece)) hash.Append(part);
        return hash.Finish();
    }

    /// <summary>Bit j of byte i lies over bit (11 i + j) modulo 160; then the length, little-endian, over bits 96 to 159.</summary>
    private static string ByDefinition(byte[] content)
    {
        var bits = new bool[160];
        for (var i = 0; i < content.Length; i++)
        {
            for (var j = 0; j < 8; j++) bits[(11 * i + j) % 160] ^= (content[i] >> j & 1) == 1;
        }

        for (var j = 0; j < 64; j++) bits[96 + j] ^= (content.LongLength >> j & 1) == 1;
        return Convert.ToBase64String([.. bits.Chunk(8).Select(b => (byte)b.Select((bit, j) => bit ? 1 << j : 0).Sum())]);
    }
}
