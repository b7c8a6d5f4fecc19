using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class CompiledReportTests
{
    private const string Report = """
        Handläggare
        Alva Exempel

        Till
        Kommunstyrelsen

        ## **Remiss av program för tryggare gårdar**

        Svar på remiss från kommunstyrelsen KS 2021/318

        ### **Sammanfattning**

        Koncernledningen anser att programmet tar upp viktiga frågor och vill understryka behovet av en gemensam uppföljning.

        ### **Ärendet**

        Det nu gällande programmet antogs i maj 2016 (Dnr KS 2015/901). Kommunstyrelsen tillstyrker i sin skrivelse en ny modell.

        ## **Underremiss**

        ### ***Norrbos remissvar har i huvudsak följande lydelse (bilaga 1)***

        Bolaget avstyrker programmet. Koncernledningen bör enligt bolaget ta fram ett nytt förslag.

        ### ***Söderbo ABs remissvar har i huvudsak följande lydelse (bilaga 2)***

        Söderbo tillstyrker programmet och har inga invändningar.

        ## **Koncernledningens synpunkter och förslag**

        Koncernledningen ser behov av att ansvaret för gårdarna tydliggörs i det fortsatta arbetet. Norrbo påtalar att kostnaderna ökar.

        Vera Exempel
        Vice VD

        ### **Bilagor**

        1. Norrbos remissvar
        2. Söderbo ABs remissvar

        ## **Attesterat av**

        Detta dokument har godkänts digitalt av följande personer:

        <b>Namn</b>	<b>Datum</b>
        Vera Exempel, Vice VD	2021-10-26
        """;

    [Fact]
    public void The_report_is_a_tjansteutlatande_to_the_remitter()
    {
        var result = Texts.Classify(Report);

        Assert.Equal(DocumentType.Tjansteutlatande, result.Type);
        Assert.Equal(["KS 2021/318"], result.Dnr.Counterpart);
        Assert.Equal(new DateOnly(2021, 10, 26), result.Date);
        Assert.Equal(new Signatory("Vera Exempel", "Vice VD"), result.Signatory);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
    }

    [Fact]
    public void Its_stance_is_not_taken_from_the_quoted_answers()
    {
        var result = Texts.Classify(Report);

        Assert.Equal(Stance.Oklart, result.Stance);
        var (from, to) = (Report.IndexOf("## **Underremiss", StringComparison.Ordinal), Report.IndexOf("## **Koncernledningens", StringComparison.Ordinal));
        Assert.All(result.Passages, p => Assert.True(p.Start < from || p.Start > to));
        Assert.All(result.Evidence.Where(e => e.Label == "stance" && e.Length > 0), e => Assert.True(e.Start < from || e.Start > to));
    }

    [Fact]
    public void Its_stance_is_taken_from_its_own_section()
    {
        var result = Texts.Classify(Report.Replace("Koncernledningen ser behov av", "Koncernledningen ställer sig bakom programmet men ser behov av", StringComparison.Ordinal));

        Assert.Equal(Stance.TillstyrkerMedSynpunkter, result.Stance);
    }

    [Fact]
    public void Another_bodys_point_in_its_own_section_is_no_passage()
    {
        var result = Texts.Classify(Report);

        Assert.NotEmpty(result.Passages);
        Assert.DoesNotContain(result.Passages, p => Report.Substring(p.Start, p.Length).Contains("Norrbo påtalar", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_folder_it_is_the_coordinating_bodys_and_goes_to_a_person()
    {
        var text = Report.Replace("KS 2021/318", "KS 2023/740", StringComparison.Ordinal).Replace("Norrbo", "SISAB", StringComparison.Ordinal);

        var result = Texts.Classify(text, Texts.InFolder("sisab") with { PathCase = null, PathOrganisation = null });

        Assert.Equal("stadshus", result.Organisation?.Id);
        Assert.Contains("Filen är en sammanställning av flera remissvar, inte ett eget svar på remissen.", result.Reasons);
    }

    [Fact]
    public void In_a_recipients_folder_it_goes_to_a_person()
    {
        var result = Texts.Classify(Report.Replace("KS 2021/318", "KS 2023/740", StringComparison.Ordinal), Texts.InFolder("sisab"));

        Assert.Contains("Filen i mottagarens mapp är en sammanställning av flera remissvar, inte mottagarens eget svar.", result.Reasons);
    }
}
