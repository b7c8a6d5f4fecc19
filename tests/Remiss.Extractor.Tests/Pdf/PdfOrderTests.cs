using System.Globalization;

namespace Remiss.Extractor.Tests.Pdf;

public sealed class PdfOrderTests
{
    private static readonly string[] Left =
    [
        "Bolaget ser positivt på den nya", "överenskommelsen men saknar en", "beskrivning av hur den ska följas", "upp under de år som den gäller",
        "och vem som har ansvaret för att", "det blir gjort i varje område.", "Bolaget deltar gärna i arbetet", "och bidrar med sin kunskap.",
    ];

    private static readonly string[] Right =
    [
        "Statistiken från förra året visar", "att anmälningarna har minskat på", "de platser där samverkan redan", "pågår, medan de har ökat på andra",
        "ställen i staden där ingen ännu", "har tagit på sig uppgiften.", "Därför behövs en gemensam bild", "av läget i alla områden.",
    ];

    [Fact]
    public void Columns_that_are_painted_row_by_row_are_read_one_after_the_other()
    {
        var pdf = new Pdfs().Page().At(70, 780, "En rubrik över båda spalterna som är bredare än var och en av dem", 14);
        for (var i = 0; i < Left.Length; i++) pdf.At(70, 700 - (14 * i), Left[i]).At(320, 700 - (14 * i), Right[i]);
        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.DoesNotContain('\t', file.Text);
        Assert.True(file.Text.IndexOf("sin kunskap", StringComparison.Ordinal) < file.Text.IndexOf("Statistiken", StringComparison.Ordinal));
        Assert.Contains("den nya överenskommelsen men saknar en beskrivning", file.Text);
        Assert.StartsWith("En rubrik", file.Text);
    }

    [Fact]
    public void Rows_of_a_table_stay_rows()
    {
        var pdf = new Pdfs().Page();
        for (var i = 0; i < 12; i++)
            pdf.At(70, 700 - (14 * i), string.Create(CultureInfo.InvariantCulture, $"Bolag nummer {i} i Stockholm AB")).At(320, 700 - (14 * i), "Tillstyrker med synpunkter");
        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.Equal(12, file.Paragraphs.Count(line => line.StartsWith("TableRow|Bolag nummer", StringComparison.Ordinal) && line.Contains('\t')));
    }

    [Fact]
    public void Rows_that_come_back_on_every_page_are_no_running_lines_unless_nothing_stands_outside_them()
    {
        var pdf = new Pdfs();
        for (var page = 0; page < 4; page++)
        {
            pdf.Page().At(70, 820, "Bolaget AB, dnr 2023/117").At(70, 790, $"Avsnitt {(char)('A' + page)}").At(70, 765, "Summa").At(300, 400, "Text").At(70, 30, $"Sida {page + 1} (4)");
        }

        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.Equal(5, file.Text.Split("Summa").Length);
        Assert.Single(file.Text.Split('\n'), line => line == "Bolaget AB, dnr 2023/117");
        Assert.DoesNotContain("Sida", file.Text);
        Assert.Equal(["Bolaget AB, dnr 2023/117", "Sida 1 (4)"], file.Result.RunningLines);
    }

    [Fact]
    public void Figures_that_differ_from_page_to_page_are_the_texts_own()
    {
        var pdf = new Pdfs();
        foreach (var sum in new[] { "1 820,04", "259,95", "30,00" }) pdf.Page().At(70, 820, $"Belopp {sum}").At(70, 400, "Text");
        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.Equal(3, file.Text.Split('\n').Count(line => line.StartsWith("Belopp", StringComparison.Ordinal)));
    }

    [Fact]
    public void Long_words_that_a_narrow_column_stretches_are_no_cells()
    {
        static string Stretched(int height, string first) => $"1 0 0 1 70 {height} Tm ({first} ) Tj 1 0 0 1 250 {height} Tm (som) Tj ";
        using var file = new Extracted(RawPdf.Of(
        [
            $"BT /F1 10 Tf {Stretched(700, "Verksamhetsstrategin")} {Stretched(688, "parkeringsplatsernas")} {Stretched(676, "upphandlingen")} 1 0 0 1 70 664 Tm (nu gäller.) Tj ET "
            + "BT /F1 10 Tf 300 700 Td (Bolaget ser positivt på förslaget) Tj 0 -12 Td (och har inget att tillägga.) Tj ET",
        ]), "svar.pdf");

        Assert.Contains("Verksamhetsstrategin som parkeringsplatsernas som upphandlingen som nu gäller.", file.Text);
    }

    [Fact]
    public void A_column_under_lines_of_full_width_ends_where_the_next_begins()
    {
        var pdf = new Pdfs().Page();
        for (var line = 0; line < 4; line++) pdf.At(70, 780 - (13 * line), $"Inledningen {line} går över hela sidans bredd och är mycket längre än vad en spalt någonsin kan bli här");
        string[] left = ["Genomförandet av förslaget förutsätter", "fastighetsförvaltningens medverkan och", "verksamhetens stöd i alla delar. Det är", "Kommunfullmäktiges budget som anger", "ramarna för allt detta arbete, vilket också", "nämnderna bör ta hänsyn till senare."];
        for (var line = 0; line < 6; line++) pdf.At(70, 700 - (13 * line), left[line]);
        for (var line = 0; line < 6; line++) pdf.At(310, 700 - (13 * line), $"den andra spaltens rad {line} fortsätter nu");
        using var file = new Extracted(pdf.Build(), "svar.pdf");

        Assert.Contains("Det är Kommunfullmäktiges budget som anger ramarna för allt detta arbete", file.Text);
    }

    [Fact]
    public void The_last_cell_of_a_row_goes_on_under_itself()
    {
        using var file = new Extracted(new Pdfs().Page()
            .At(70, 700, "Hamnen").At(200, 700, "120").At(300, 700, "Behovet bedöms öka när")
            .At(300, 686, "de nya husen är inflyttade")
            .At(70, 672, "Parken").At(200, 672, "80").At(300, 672, "Oförändrat").Build(), "svar.pdf");

        Assert.Equal(["TableRow|Hamnen\t120\tBehovet bedöms öka när de nya husen är inflyttade", "TableRow|Parken\t80\tOförändrat"], file.Paragraphs);
    }

    [Fact]
    public void A_footnote_does_not_stand_in_a_sentence_that_goes_on_over_the_page()
    {
        using var file = new Extracted(new Pdfs()
            .Page().Line("Bolaget ser positivt på att staden tar ett samlat grepp om frågan men anser att kostnaderna för")
            .At(70, 60, "1 Se bolagets yttrande från i fjol.", size: 8)
            .Page().Line("driften bör utredas vidare innan beslut fattas.").Build(), "svar.pdf");

        Assert.Equal(
            "1 Se bolagets yttrande från i fjol.\nBolaget ser positivt på att staden tar ett samlat grepp om frågan men anser att kostnaderna för driften bör utredas vidare innan beslut fattas.\n",
            file.Text);
        Assert.StartsWith("driften", file.Pages[1]);
    }
}
