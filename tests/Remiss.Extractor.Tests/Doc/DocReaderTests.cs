using Remiss.Extractor.Compound;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Doc;

public sealed class DocReaderTests
{
    [Fact]
    public void A_document_saved_fast_reads_in_the_order_of_its_pieces()
    {
        using var file = new Extracted(new DocFile().Piece("Bolaget ").Piece("är för ", isNarrow: false).Piece("åtgärden.\r").Piece("Łódź.\r", isNarrow: false).Build(), "svar.doc");

        Assert.Equal((ExtractionState.Read, "doc"), (file.Result.State, file.Result.Format));
        Assert.Equal("Bolaget är för åtgärden.\nŁódź.\n", file.Text);
    }

    [Fact]
    public void The_code_of_a_field_is_no_text_and_its_result_is()
    {
        using var file = new Extracted(new DocFile().Piece("Se \u0013 HYPERLINK \"http://x\" \u0014länken\u0015, sida \u0013 PAGE \u00141\u0015.\vNy rad\r").Build(), "svar.doc");

        Assert.Equal("Se länken, sida .\nNy rad\n", file.Text);
    }

    [Theory]
    [InlineData(0x083C, 1)]
    [InlineData(0x2A42, 8)]
    public void What_nobody_sees_is_left_out_and_said(int property, byte value)
    {
        var file = new DocFile().Piece("Bolaget avstyrker. Bolaget tillstyrker.\r").Look(0, 19).Look(19, 39, (byte)property, (byte)(property >> 8), value);
        using var read = new Extracted(file.Build(), "svar.doc");

        Assert.Equal("Bolaget avstyrker.\n", read.Text);
        Assert.Equal([ExtractionReasons.HiddenText], read.Result.Reasons);
    }

    [Fact]
    public void Deleted_text_is_no_text_and_nothing_that_was_hidden()
    {
        using var file = new Extracted(new DocFile().Piece("Kvar. Struket.\r").Look(0, 6).Look(6, 14, 0x00, 0x08, 1).Build(), "svar.doc");

        Assert.Equal("Kvar.\n", file.Text);
        Assert.Empty(file.Result.Reasons);
    }

    [Fact]
    public void A_password_is_named()
    {
        using var file = new Extracted(new DocFile().Piece("x\r").Flags(0x0100).Build(), "svar.doc");

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.Encrypted), (file.Result.State, Assert.Single(file.Result.Reasons)));
    }

    [Fact]
    public void Pieces_outside_the_file_are_corrupt()
    {
        var whole = new DocFile().Piece(new string('a', 5_000) + "\r").Build();
        using var file = new Extracted(whole[..3_000], "svar.doc");

        Assert.Equal([ExtractionReasons.Corrupt], file.Result.Reasons);
    }

    [Fact]
    public void A_compound_file_whose_sectors_go_round_in_circles_comes_to_an_end()
    {
        var file = new DocFile().Piece("x\r").Build();
        for (var entry = 0; entry < 128; entry++) BitConverter.GetBytes(entry % 3).CopyTo(file, 512 + (entry * 4));
        using var read = new Extracted(file, "svar.doc");

        Assert.Empty(read.Text);
        Assert.NotEmpty(read.Result.Reasons);
    }

    [Fact]
    public void A_compound_file_that_was_written_reads_back_whatever_its_size()
    {
        var large = new byte[9 << 20];
        Random.Shared.NextBytes(large);
        using var buffer = new MemoryStream();
        CompoundWriter.Write(new CompoundNode("").With(
            new CompoundNode("large", large), new CompoundNode("small", [1, 2, 3]), new CompoundNode("inner").With(new CompoundNode("deep", [4]))), buffer);
        var root = CompoundFile.Open(buffer).Root;

        Assert.Equal(large, root.Content("large"));
        Assert.Equal([1, 2, 3], root.Content("SMALL")!);
        Assert.Equal([4], root.Storage("inner")!.Content("deep")!);
    }
}
