using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Pdf;

public sealed class PdfFormTests
{
    [Fact]
    public void What_was_filled_in_stands_where_it_was_asked_for()
    {
        using var file = new Extracted(RawPdf.Of(
            ["BT /F1 12 Tf 70 700 Td (Bolag:) Tj 0 -40 Td (Svar:) Tj 0 -40 Td (Slut.) Tj ET"],
            catalog: "/AcroForm << /Fields [7 0 R 8 0 R] >>", page: "/Annots [7 0 R 8 0 R]",
            more:
            [
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (svar) /V (Bolaget tillstyrker.) /Rect [150 655 400 675] /P 5 0 R >>",
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (bolag) /V (SISAB) /Rect [150 695 400 715] /P 5 0 R >>",
            ]), "svar.pdf");

        Assert.Equal("Bolag:\nSISAB\nSvar:\nBolaget tillstyrker.\nSlut.\n", file.Text);
    }

    [Fact]
    public void Words_typed_over_a_page_are_read_and_hidden_ones_are_not()
    {
        using var file = new Extracted(RawPdf.Of(
            ["BT /F1 12 Tf 70 700 Td (Rubrik) Tj 0 -80 Td (Slut.) Tj ET"], page: "/Annots [7 0 R 8 0 R]",
            more:
            [
                "<< /Type /Annot /Subtype /FreeText /Contents (Bolaget har inget att erinra.) /Rect [70 640 300 660] >>",
                "<< /Type /Annot /Subtype /FreeText /F 2 /Contents (Dolt) /Rect [70 640 300 660] >>",
            ]), "svar.pdf");

        Assert.Equal("Rubrik\nBolaget har inget att erinra.\nSlut.\n", file.Text);
    }

    [Fact]
    public void Files_inside_become_documents_of_their_own()
    {
        using var file = new Extracted(RawPdf.Of(
            ["BT /F1 12 Tf 70 700 Td (Se bilaga.) Tj ET"], catalog: "/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>",
            more: ["<< /Type /Filespec /F (../Bilaga.txt) /UF (../Bilaga.txt) /EF << /F 8 0 R >> >>", "<< /Type /EmbeddedFile /Length 20 >>\nstream\nBolaget tillstyrker.\nendstream"]), "svar.pdf");

        var attachment = Assert.Single(file.Result.Attachments);
        Assert.Equal("Bilaga.txt", attachment.Name);
        Assert.Equal("Bolaget tillstyrker.", File.ReadAllText(attachment.Path));
        Assert.Equal((ExtractionState.Read, "Se bilaga.\n"), (file.Result.State, file.Text));
    }
}
