using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Pdf;

public sealed class PdfReaderTests
{
    [Fact]
    public void Wrapped_lines_become_one_paragraph_and_headings_stand_alone()
    {
        using var file = new Extracted(new Pdfs().Page()
            .Line("Remissvar", size: 18, isBold: true).Gap()
            .Line("Sammanfattning", isBold: true).Gap(4)
            .Line("Bolaget ser positivt på att den nära samverkan mellan stadens aktörer och polisen")
            .Line("manifesteras i en fortsatt överenskommelse och har i övrigt inget att invända mot")
            .Line("förslaget.").Gap()
            .Line("Bolaget föreslår att ansvaret för uppföljningen tydliggörs i det fortsatta arbetet med")
            .Line("överenskommelsen.")
            .Build(), "svar.pdf");

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Equal("pdf", file.Result.Format);
        Assert.Empty(file.Result.Reasons);
        Assert.Equal(
        [
            "Heading|Remissvar",
            "Heading|Sammanfattning",
            "Body|Bolaget ser positivt på att den nära samverkan mellan stadens aktörer och polisen manifesteras i en fortsatt överenskommelse och har i övrigt inget att invända mot förslaget.",
            "Body|Bolaget föreslår att ansvaret för uppföljningen tydliggörs i det fortsatta arbetet med överenskommelsen.",
        ], file.Paragraphs);
        Assert.Equal(string.Join('\n', file.Paragraphs.Select(line => line[(line.IndexOf('|') + 1)..])) + "\n", file.Text);
    }

    [Fact]
    public void List_items_and_short_lines_keep_their_lines()
    {
        using var file = new Extracted(new Pdfs().Page()
            .Line("Bolaget vill särskilt lyfta fram följande punkter i det fortsatta arbetet med denna fråga:")
            .Line("- Samordningsansvaret")
            .Line("- Uppföljningen, som enligt bolagets mening behöver beskrivas tydligare än vad som nu")
            .Line("görs i förslaget", indent: 8)
            .Line("1. En första sak")
            .Line("2. En andra sak").Gap(20)
            .Line("Med vänlig hälsning")
            .Line("Bolaget AB")
            .Line("Box 1234")
            .Build(), "svar.pdf");

        Assert.Equal(
        [
            "Body|Bolaget vill särskilt lyfta fram följande punkter i det fortsatta arbetet med denna fråga:",
            "ListItem|- Samordningsansvaret",
            "ListItem|- Uppföljningen, som enligt bolagets mening behöver beskrivas tydligare än vad som nu görs i förslaget",
            "ListItem|1. En första sak",
            "ListItem|2. En andra sak",
            "Body|Med vänlig hälsning",
            "Body|Bolaget AB",
            "Body|Box 1234",
        ], file.Paragraphs);
    }

    [Fact]
    public void A_line_end_hyphen_goes_only_before_a_lower_case_letter()
    {
        using var file = new Extracted(new Pdfs().Page()
            .Line("Stadens bolag har under lång tid deltagit i arbetet med den gemensamma samverkansöverens-")
            .Line("kommelsen, som nu föreslås gälla för den fleråriga period som sträcker sig över åren 2024-")
            .Line("2027 och som enligt bolaget är en viktig del av det trygghetsskapande arbetet på kommun-")
            .Line("och regionnivå.")
            .Build(), "svar.pdf");

        Assert.Equal(
            "Stadens bolag har under lång tid deltagit i arbetet med den gemensamma samverkansöverenskommelsen, som nu föreslås gälla för den "
            + "fleråriga period som sträcker sig över åren 2024-2027 och som enligt bolaget är en viktig del av det trygghetsskapande arbetet på "
            + "kommun- och regionnivå.\n", file.Text);
    }

    [Fact]
    public void Running_headers_stand_once_page_marks_never_and_a_sentence_crosses_the_page()
    {
        var pdf = new Pdfs();
        string[] sentences = ["Bolaget anser att förslaget i allt väsentligt är bra och att det kan ligga till grund för", "det fortsatta arbetet. Bolaget har även tidigare framfört att uppföljningen är viktig för", "alla parter."];
        for (var page = 1; page <= 3; page++)
            pdf.Page().At(70, 800, "Bolaget AB    Dnr 2023/117").At(480, 800, $"{page} (3)").Line(sentences[page - 1]).At(70, 30, $"Sida {page}");
        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.Equal(
        [
            "Body|Bolaget AB Dnr 2023/117\t1 (3)",
            "Body|Bolaget anser att förslaget i allt väsentligt är bra och att det kan ligga till grund för det fortsatta arbetet. Bolaget har även tidigare framfört att uppföljningen är viktig för alla parter.",
        ], file.Paragraphs.Select(line => line.Replace("    ", " ")));
        Assert.Equal(3, file.Pages.Length);
        Assert.StartsWith("det fortsatta arbetet.", file.Pages[1]);
        Assert.Equal("alla parter.\n", file.Pages[2]);
        Assert.Equal(3, file.Result.Text.PageAt(file.Text.IndexOf("alla parter", StringComparison.Ordinal)));
        Assert.Equal(2, file.Result.Text.PageAt(file.Text.IndexOf("Bolaget har även", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_taken_for_a_running_line_in_a_single_page()
    {
        using var file = new Extracted(new Pdfs().Page().At(70, 810, "Bolaget AB").Line("Bolaget avstår.").At(70, 30, "1 (1)").Build(), "svar.pdf");

        Assert.Equal("Bolaget AB\nBolaget avstår.\n1 (1)\n", file.Text);
    }

    [Fact]
    public void Figures_at_the_foot_of_pages_are_no_page_marks_unless_they_count()
    {
        using var file = new Extracted(new Pdfs().Page().Line("Ett.").At(70, 40, "4 500").Page().Line("Två.").At(70, 40, "1 200").Build(), "svar.pdf");

        Assert.Equal("Ett.\n4 500\nTvå.\n1 200\n", file.Text);
    }

    [Fact]
    public void Columns_of_a_row_are_kept_apart_by_tabs()
    {
        using var file = new Extracted(new Pdfs().Page()
            .At(70, 700, "Bolag").At(300, 700, "Svar").At(70, 686, "SISAB").At(300, 686, "2023-10-06").Build(), "svar.pdf");

        Assert.Equal(["TableRow|Bolag\tSvar", "TableRow|SISAB\t2023-10-06"], file.Paragraphs);
    }

    [Fact]
    public void A_line_that_justification_stretched_keeps_its_blanks_and_its_end()
    {
        using var file = new Extracted(RawPdf.Of(
        [
            "BT /F1 12 Tf 70 700 Td [(Eva )-28000(Exempelsson)] TJ 0 -15 Td (Direktör) Tj ET"
        ]), "svar.pdf");

        Assert.Equal("Eva Exempelsson\nDirektör\n", file.Text);
    }

    [Fact]
    public void A_sentence_at_the_foot_of_pages_is_no_footer_when_it_goes_on_from_the_text()
    {
        var pdf = new Pdfs();
        for (var page = 0; page < 3; page++)
        {
            pdf.Page().At(70, 112, $"Punkt {page} handlar om det arbete som bolaget och polisen bedriver tillsammans i")
                .At(70, 98, "stadens alla områden, och där bolaget ser positivt på förslaget.");
        }

        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.Equal(3, file.Paragraphs.Count(line => line.EndsWith("tillsammans i stadens alla områden, och där bolaget ser positivt på förslaget.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_ligature_that_only_actual_text_names_is_read()
    {
        using var file = new Extracted(RawPdf.Of(["BT /F1 12 Tf 70 700 Td (e) Tj /Span <</ActualText (ffi)>> BDC (X) Tj EMC (cient) Tj ET"]), "svar.pdf");

        Assert.Equal("efficient\n", file.Text);
    }

    [Fact]
    public void Pages_without_text_need_ocr()
    {
        using var file = new Extracted(new Pdfs().Page().Page().Build(), "skannad.pdf");

        Assert.Equal(ExtractionState.NeedsOcr, file.Result.State);
        Assert.Equal([ExtractionReasons.NoText], file.Result.Reasons);
        Assert.Empty(file.Text);
    }

    [Fact]
    public void A_truncated_file_is_a_result()
    {
        var whole = new Pdfs().Page().Line("Bolaget tillstyrker förslaget.").Build();
        using var file = new Extracted(whole[..(whole.Length / 10)], "svar.pdf");

        Assert.Equal(ExtractionState.Unreadable, file.Result.State);
        Assert.Equal("pdf", file.Result.Format);
        Assert.Equal([ExtractionReasons.Corrupt], file.Result.Reasons);
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("owner256")]
    public void What_only_its_owner_locked_is_read(string folder)
    {
        var locked = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "quality", folder, "brev.pdf"));
        Assert.True(locked.AsSpan().IndexOf("/Encrypt"u8) > 0);
        using var file = new Extracted(locked, "svar.pdf");

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Contains("Exempelbolaget tillstyrker förslaget och lämnar följande synpunkter.", file.Text);
    }

    [Fact]
    public void A_password_is_named()
    {
        var encrypted = RawPdf.Of(["BT /F1 12 Tf 70 700 Td (Hemligt) Tj ET"], trailer:
            "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
            + "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 "
            + $"/O <{new string('a', 64)}> /U <{new string('b', 64)}> >>");
        using var file = new Extracted(encrypted, "svar.pdf");

        Assert.Equal(ExtractionState.Unreadable, file.Result.State);
        Assert.Equal([ExtractionReasons.Encrypted], file.Result.Reasons);
    }

    [Fact]
    public void Too_much_text_is_refused_by_name()
    {
        using var file = new Extracted(
            new Pdfs().Page().Line("Bolaget tillstyrker förslaget i sin helhet.").Build(), "svar.pdf", new ExtractionLimits { Characters = 20 });

        Assert.Equal([ExtractionReasons.TooLarge], file.Result.Reasons);
    }

    [Fact]
    public void Letters_of_a_font_that_is_not_there_are_not_lost_in_silence()
    {
        using var lost = new Extracted(RawPdf.Of(["BT /F9 12 Tf 70 700 Td (Bolaget avstyrker förslaget i dess helhet av de skäl som följer.) Tj ET"]), "svar.pdf");
        using var kept = new Extracted(RawPdf.Of(["BT /F1 12 Tf 70 700 Td (Bolaget avstyrker förslaget i dess helhet av de skäl som följer.) Tj ET"]), "svar.pdf");

        Assert.Equal(ExtractionState.NeedsOcr, lost.Result.State);
        Assert.Equal([ExtractionReasons.Garbled], lost.Result.Reasons);
        Assert.Equal((ExtractionState.Read, 0), (kept.Result.State, kept.Result.Reasons.Count));
    }
}
