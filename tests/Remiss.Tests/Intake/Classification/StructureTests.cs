using Remiss.Intake.Classification.Structure;

namespace Remiss.Tests.Intake.Classification;

public class StructureTests
{
    [Theory]
    [InlineData("Det gäller bl.a. skolor m.m. i staden. Bolaget instämmer.", 2)]
    [InlineData("Se 4 kap. 2 § i lagen. Den är ny.", 2)]
    [InlineData("Förslaget lades fram den 3. Mars blev det klart.", 2)]
    [InlineData("Ärendet bereds av A. Exempel på kontoret. Beslut fattas senare.", 2)]
    [InlineData("Är det rimligt? Nej! Bolaget ser risker.", 3)]
    [InlineData("Kostnaden är 1.5 miljoner kronor per år i hela staden.", 1)]
    public void Abbreviations_and_numbers_do_not_end_a_sentence(string line, int sentences) =>
        Assert.Equal(sentences, DocumentOutline.Read(Texts.Plain(line + "\n")).Sentences.Count);

    [Fact]
    public void Sentences_are_exact_ranges_without_markup()
    {
        var outline = DocumentOutline.Read(Texts.Plain("# Yttrande\n\n**Bolagets synpunkter**\n\n- *Bolaget* instämmer i förslaget.\n"));

        Assert.Equal(["Yttrande", "Bolagets synpunkter", "Bolaget* instämmer i förslaget."], outline.Sentences.Select(outline.TextOf));
    }

    [Theory]
    [InlineData("-\tBolaget instämmer i förslaget.", nameof(LineKind.ListItem))]
    [InlineData("1.\tBolaget instämmer i förslaget.", nameof(LineKind.ListItem))]
    [InlineData("Bolaget\tinstämmer i förslaget.", nameof(LineKind.TableRow))]
    public void A_tab_after_the_mark_of_a_list_makes_no_table(string line, string kind) =>
        Assert.Equal(kind, DocumentOutline.Read(Texts.Plain(line + "\n")).Lines[0].Kind.ToString());

    [Fact]
    public void A_text_without_full_stops_is_still_cut_into_sentences()
    {
        var outline = DocumentOutline.Read(Texts.Plain(string.Concat(Enumerable.Repeat("bolaget tillstyrker inte förslaget och ", 5000))));

        Assert.All(outline.Sentences, s => Assert.InRange(s.WordCount, 1, 250));
        Assert.Equal(outline.Words.Length, outline.Sentences.Sum(s => s.WordCount));
    }

    [Theory]
    [InlineData("Sammanfattning", nameof(SectionRole.Summary))]
    [InlineData("2.1 Bolagets synpunkter", nameof(SectionRole.OwnView))]
    [InlineData("Ställningstagande", nameof(SectionRole.OwnView))]
    [InlineData("Förslag till beslut", nameof(SectionRole.Decision))]
    [InlineData("Ärendet", nameof(SectionRole.Background))]
    [InlineData("Utredningens förslag", nameof(SectionRole.Background))]
    [InlineData("Sammanfattning av remissen", nameof(SectionRole.Background))]
    [InlineData("Norrbos remissvar har i huvudsak följande lydelse (bilaga 1)", nameof(SectionRole.Others))]
    [InlineData("Reservation", nameof(SectionRole.Others))]
    [InlineData("Särskilt uttalande", nameof(SectionRole.Others))]
    [InlineData("Bilagor", nameof(SectionRole.Attachments))]
    [InlineData("Attesterat av", nameof(SectionRole.Approval))]
    public void A_heading_says_whose_words_stand_under_it(string heading, string role)
    {
        var outline = DocumentOutline.Read(Texts.Styled($"# {heading}\nBolaget har gått igenom materialet i sin helhet.\n"));

        Assert.Equal(role, outline.Sections[^1].Role.ToString());
    }

    [Fact]
    public void Plain_headings_are_known_by_their_words()
    {
        var outline = DocumentOutline.Read(Texts.Plain("Yttrande\n\nSammanfattning\nBolaget har inget att erinra mot det.\n\nBakgrund\nFörslaget är skrivet av kontoret i våras.\n"));

        Assert.Equal([SectionRole.Summary, SectionRole.Background], outline.Sections.Skip(1).Where(s => s.Role != SectionRole.OwnView).Select(s => s.Role));
    }

    [Fact]
    public void Letterhead_and_signature_are_told_from_the_body()
    {
        var outline = DocumentOutline.Read(Texts.Plain("SISAB\n2023-09-14\nYttrande över remiss\n\nBolaget har inget att erinra mot förslaget.\n\nMed vänlig hälsning\nAnna Exempel\n"));

        Assert.Equal(["SISAB", "2023-09-14", "Yttrande över remiss"], outline.Lines.Where(outline.IsLetterhead).Select(outline.TextOf));
        Assert.Equal(["Med vänlig hälsning", "Anna Exempel"], outline.Lines.Where(outline.IsSignature).Select(outline.TextOf));
    }
}
