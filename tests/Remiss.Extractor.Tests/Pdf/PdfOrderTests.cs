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
}
