using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class MinutesTests
{
    private const string Header = """
        Trafiknämnden
        SAMMANTRÄDESPROTOKOLL
        Sammanträdesdatum 2023-09-20
        Plats och tid: Stadshuset, kl. 16.00–17.30
        Beslutande: ledamöter enligt särskild lista
        Utses att justera: Bo Exempel

        """;

    private const string AboutTheCase = """
        § 12 Yttrande över remiss om samverkansöverenskommelse mellan Stockholms stad och Polisregion Stockholm
        Dnr T2023-0911, KS 2023/740
        Beslut
        Trafiknämnden beslutar att tillstyrka förslaget.
        Ärendet
        Kommunstyrelsen har remitterat en övergripande samverkansöverenskommelse till nämnden.

        """;

    private const string AboutAnother = """
        § 13 Yttrande över remiss om parkeringsavgifter
        Dnr T2023-0500
        Beslut
        Trafiknämnden beslutar att avstyrka förslaget.
        Ärendet
        Förslaget innebär höjda avgifter.

        """;

    [Theory]
    [InlineData(AboutTheCase + AboutAnother)]
    [InlineData(AboutAnother + AboutTheCase)]
    public void Only_the_paragraph_about_the_case_is_judged(string items)
    {
        var result = Texts.Classify(Header + items, Texts.InFolder("trafiknamnden"));

        Assert.Equal(DocumentType.Protokollsutdrag, result.Type);
        Assert.Equal(Stance.Tillstyrker, result.Stance);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
        Assert.Equal(new DateOnly(2023, 9, 20), result.Date);
    }

    [Fact]
    public void The_paragraph_is_found_by_title_when_it_gives_no_number()
    {
        var items = AboutAnother + AboutTheCase.Replace("Dnr T2023-0911, KS 2023/740\n", "", StringComparison.Ordinal);

        Assert.Equal(Stance.Tillstyrker, Texts.Classify(Header + items, Texts.InFolder("trafiknamnden")).Stance);
    }

    [Fact]
    public void Minutes_without_a_paragraph_about_the_case_go_to_a_person()
    {
        var items = AboutAnother + AboutAnother.Replace("13", "14", StringComparison.Ordinal);

        var result = Texts.Classify(Header + items, Texts.InFolder("trafiknamnden"));

        Assert.Equal(Stance.Oklart, result.Stance);
        Assert.Contains("Protokollet har 2 paragrafer och ingen av dem går säkert att knyta till ärendet KS 2023/740.", result.Reasons);
    }

    [Fact]
    public void Passages_come_from_the_judged_paragraph_only()
    {
        const string text = Header + AboutAnother + AboutTheCase;

        var result = Texts.Classify(text, Texts.InFolder("trafiknamnden"));

        var from = text.IndexOf("§ 12", StringComparison.Ordinal);
        Assert.NotEmpty(result.Passages);
        Assert.All(result.Passages, p => Assert.True(p.Start > from));
    }

    [Fact]
    public void The_table_of_contents_does_not_hide_the_paragraph()
    {
        var contents = "§ 12 Yttrande över remiss om samverkansöverenskommelse\n§ 13 Yttrande över remiss om parkeringsavgifter\n";

        Assert.Equal(Stance.Tillstyrker, Texts.Classify(Header + contents + AboutTheCase + AboutAnother, Texts.InFolder("trafiknamnden")).Stance);
    }

    [Fact]
    public void A_motion_in_the_minutes_is_not_the_decision()
    {
        var items = AboutTheCase + "Yrkanden\nLedamoten Bo Exempel yrkar att nämnden ska avstyrka förslaget.\n" + AboutAnother;

        Assert.Equal(Stance.Tillstyrker, Texts.Classify(Header + items, Texts.InFolder("trafiknamnden")).Stance);
    }

    [Fact]
    public void A_decision_that_follows_the_motions_without_a_heading_is_the_decision()
    {
        var items = AboutTheCase.Replace("Beslut\nTrafiknämnden beslutar att tillstyrka förslaget.\n", "", StringComparison.Ordinal)
            + "Yrkanden\nLedamoten Bo Exempel yrkar att nämnden ska avstyrka förslaget.\nEfter votering med 4 röster mot 1 beslutar trafiknämnden\n– att tillstyrka förslaget,\n– att justera paragrafen omedelbart.\n"
            + AboutAnother;

        Assert.Equal(Stance.Tillstyrker, Texts.Classify(Header + items, Texts.InFolder("trafiknamnden")).Stance);
    }
}
