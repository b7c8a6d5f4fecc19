using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.PlainText;

public sealed class PlainTextReaderTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16le-bom", "utf-16be-bom", "utf-16le", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Swedish_letters_survive_every_encoding(string name)
    {
        const string Content = "Bolaget är för åtgärden – ”bra”.\r\nÖvrigt: inget.";
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16le-bom" => new UnicodeEncoding(false, true),
            "utf-16be-bom" => new UnicodeEncoding(true, true),
            "utf-16le" => new UnicodeEncoding(false, false),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        using var file = new Extracted([.. encoding.GetPreamble(), .. encoding.GetBytes(Content)], "svar.txt");

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Equal("txt", file.Result.Format);
        Assert.Equal("Bolaget är för åtgärden – ”bra”.\nÖvrigt: inget.\n", file.Text);
    }

    [Fact]
    public void A_wrapped_text_gets_its_paragraphs_back_and_short_lines_stay()
    {
        using var file = new Extracted("""
            SISAB
            Box 5010
            121 05 Johanneshov

            SAMMANFATTNING
            Bolaget påtalar ett önskemål om att involveras i arbetet med de lokala
            samverkansöverenskommelserna. Bolaget anser även att det kan tydlig-
            göras vem som har samordningsansvaret samt hur arbetet ska följas upp
            och utvärderas.

            Bolaget föreslår:
            - att ansvaret tydliggörs i den kommande överenskommelsen, så att alla
              parter vet vad som gäller
            - att arbetet följs upp

            Med vänlig hälsning
            Bolaget
            """);

        Assert.Equal(
        [
            "Body|SISAB".Replace("Body", "Heading"),
            "Body|Box 5010",
            "Body|121 05 Johanneshov",
            "Heading|SAMMANFATTNING",
            "Body|Bolaget påtalar ett önskemål om att involveras i arbetet med de lokala samverkansöverenskommelserna. Bolaget anser även att det kan tydliggöras vem som har samordningsansvaret samt hur arbetet ska följas upp och utvärderas.",
            "Body|Bolaget föreslår:",
            "ListItem|- att ansvaret tydliggörs i den kommande överenskommelsen, så att alla parter vet vad som gäller",
            "ListItem|- att arbetet följs upp",
            "Body|Med vänlig hälsning",
            "Body|Bolaget",
        ], file.Paragraphs);
    }

    [Fact]
    public void Lines_that_nobody_wrapped_stay_and_Markdown_marks_are_kept()
    {
        using var file = new Extracted("""
            ## **Remiss av överenskommelsen**
            Svar på remiss KS 2023/740

            ### Sammanfattning
            Koncernledningen anser att den övergripande samverkansöverenskommelsen mellan staden och polisen omfattar bra och relevanta områden med målsättning om att öka tryggheten.
            Koncernledningen vill framföra vikten av uppföljning.

            | Namn | Datum |
            **Attesterat av**
            """);

        Assert.Equal(
        [
            "Heading2|## **Remiss av överenskommelsen**",
            "Body|Svar på remiss KS 2023/740",
            "Heading3|### Sammanfattning",
            "Body|Koncernledningen anser att den övergripande samverkansöverenskommelsen mellan staden och polisen omfattar bra och relevanta områden med målsättning om att öka tryggheten.",
            "Body|Koncernledningen vill framföra vikten av uppföljning.",
            "TableRow|| Namn | Datum |",
            "Heading|**Attesterat av**",
        ], file.Paragraphs);
    }

    [Fact]
    public void A_form_feed_starts_a_page_also_in_the_middle_of_a_sentence()
    {
        using var file = new Extracted("Första sidan slutar mitt i\n\fen mening.\n\fTredje sidan.");

        Assert.Equal("Första sidan slutar mitt i en mening.\nTredje sidan.\n", file.Text);
        Assert.Equal(["Första sidan slutar mitt i ", "en mening.\n", "Tredje sidan.\n"], file.Pages);
        Assert.Equal(2, file.Result.Text.Paragraphs.Count);
    }

    [Fact]
    public void What_is_invisible_or_broken_never_reaches_the_text()
    {
        using var file = new Extracted(Encoding.Unicode.GetBytes("\uFEFFa\u0308pple\u00AD \u200Bmed\u00A0blank\u202Eeko \uD800x\u0007"), "svar.txt");

        Assert.Equal("äpple med blankeko \uFFFDx\n", file.Text);
        Assert.True(file.Text.IsNormalized(NormalizationForm.FormC));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t \f ")]
    public void Nothing_but_blanks_is_empty(string content)
    {
        using var file = new Extracted(content);

        Assert.Equal(ExtractionState.Unreadable, file.Result.State);
        Assert.Equal([ExtractionReasons.Empty], file.Result.Reasons);
    }
}
