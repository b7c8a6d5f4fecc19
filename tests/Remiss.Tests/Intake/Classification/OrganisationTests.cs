using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake.Classification;

public class OrganisationTests
{
    [Theory]
    [InlineData("SISAB", "sisab")]
    [InlineData("Skolfastigheter i Stockholm AB", "sisab")]
    [InlineData("SKOLFASTIGHETER I STOCKHOLM AB", "sisab")]
    [InlineData("AB Svenska Bostäder", "svenska-bostader")]
    [InlineData("Svenska Bostäder AB", "svenska-bostader")]
    [InlineData("Svenska Bostäder", "svenska-bostader")]
    [InlineData("Svenska Bostäders yttrande", "svenska-bostader")]
    [InlineData("Svenska Bostäder ABs remissvar", "svenska-bostader")]
    [InlineData("Aktiebolaget Familjebostäder", "familjebostader")]
    [InlineData("Trafikkontoret", "trafiknamnden")]
    [InlineData("Goteborg Energi AB", "goteborg-energi")]
    public void A_letterhead_is_matched_by_name_form_and_genitive(string letterhead, string expected) =>
        Assert.Equal(expected, Read(letterhead).Organisation?.Id);

    [Theory]
    [InlineData("Göteborg Energi Nät AB")]
    [InlineData("Luleå universitet")]
    [InlineData("AB Stockholmskans")]
    [InlineData("AB Stockholms hem")]
    [InlineData("Nya Familjebostäder AB")]
    [InlineData("Familjebostäder Norr AB")]
    [InlineData("Svenska Hyresbostäder AB")]
    public void A_near_name_is_another_body(string letterhead)
    {
        var result = Read(letterhead);

        Assert.Null(result.Organisation);
        Assert.True(result.Review);
    }

    [Theory]
    [InlineData("AB Stockholmskans", "Brevhuvudet anger AB Stockholmskans, som inte finns i registret; menas AB Stockholmshem?")]
    [InlineData("AB Stockholms hem", "Brevhuvudet anger AB Stockholms hem, som inte finns i registret; menas AB Stockholmshem?")]
    [InlineData("Zebra Vindkraft AB", "Brevhuvudet anger Zebra Vindkraft AB, som inte finns i registret, men filen låg i mappen för Stockholmshem.")]
    public void An_unknown_name_beside_a_folder_is_a_question_for_a_person(string letterhead, string reason)
    {
        var result = Texts.Classify(Answer(letterhead), Texts.InFolder("stockholmshem"));

        Assert.Equal("stockholmshem", result.Organisation?.Id);
        Assert.True(result.Review);
        Assert.Contains(reason, result.Reasons);
    }

    [Fact]
    public void A_units_name_after_an_unknown_name_is_left_out_of_the_question()
    {
        var result = Texts.Classify(Answer("AB Stockholmskans Fastighetsutveckling") + "\nMed vänlig hälsning\nAB Stockholmskans\n", Texts.InFolder("stockholmshem"));

        Assert.Contains("Brevhuvudet anger AB Stockholmskans, som inte finns i registret; menas AB Stockholmshem?", result.Reasons);
    }

    [Fact]
    public void Agreeing_signals_accept()
    {
        var result = Texts.Classify(Answer("SISAB"), Texts.InFolder("sisab") with { Mail = Texts.From("anna@sisab.example") });

        Assert.False(result.Review, string.Join(" ", result.Reasons));
        Assert.Equal("sisab", result.Organisation?.Id);
        Assert.True(result.Organisation?.Confidence > 0.95);
    }

    [Theory]
    [InlineData("anna@sisab.example", "sisab")]
    [InlineData("anna@post.sisab.example", "sisab")]
    [InlineData("anna@notsisab.example", null)]
    public void The_mails_domain_is_a_signal_of_its_own(string address, string? expected)
    {
        var context = Texts.InFolder("sisab") with { PathOrganisation = null, Mail = Texts.From(address) };

        Assert.Equal(expected, Texts.Classify(Answer("Yttrande"), context).Organisation?.Id);
    }

    [Fact]
    public void A_letterhead_from_another_company_than_the_folder_goes_to_a_person()
    {
        var result = Texts.Classify(Answer("AB Familjebostäder"), Texts.InFolder("sisab"));

        Assert.Equal("familjebostader", result.Organisation?.Id);
        Assert.Contains("Texten anger Familjebostäder som avsändare, men filen låg i mappen för SISAB.", result.Reasons);
    }

    [Fact]
    public void A_mail_from_another_company_than_the_letterhead_goes_to_a_person()
    {
        var result = Texts.Classify(Answer("SISAB"), Texts.InFolder("sisab") with { Mail = Texts.From("bo@fambo.example") });

        Assert.True(result.Review);
        Assert.Contains(result.Reasons, r => r.Contains("Mejlet kom från Familjebostäder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SISAB\n2023-09-14\nTill Stockholms Stadshus AB\nYttrande över KS 2023/740")]
    [InlineData("Till\nStockholms Stadshus AB\nSISAB\nYttrande över KS 2023/740")]
    [InlineData("SISAB\nStockholms Stadshus AB\nSvar på remiss från Stockholms Stadshus AB, KS 2023/740")]
    public void The_addressee_is_not_the_sender(string letterhead)
    {
        var context = Texts.InFolder("sisab") with { PathOrganisation = null };

        var result = Texts.Classify(letterhead + "\n\nBolaget har beretts tillfälle att yttra sig. Bolaget har inget att erinra mot förslaget.\n", context);

        Assert.Equal("sisab", result.Organisation?.Id);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
    }

    [Theory]
    [InlineData("Överenskommelse mellan Stockholms stad och Göteborg Energi AB")]
    [InlineData("Överenskommelse mellan Stockholms stad och\nGöteborg Energi AB")]
    public void A_body_that_the_matters_title_names_is_not_the_sender(string title)
    {
        var matter = Texts.Case with { Title = "Överenskommelse mellan Stockholms stad och Göteborg Energi AB" };
        var context = Texts.InFolder("stockholmshem") with { OpenCases = [matter] };

        var result = Texts.Classify("AB Stockholmskans\nRemiss av " + title + "\nErt dnr KS 2023/740\n\nAB Stockholmskans lämnar härmed sitt yttrande.\n\nBolaget har inget att invända mot förslaget. Bolaget anser att uppföljningen är viktig.\n", context);

        Assert.Equal("stockholmshem", result.Organisation?.Id);
        Assert.Equal(["Brevhuvudet anger AB Stockholmskans, som inte finns i registret; menas AB Stockholmshem?"], result.Reasons);
    }

    [Fact]
    public void A_body_that_was_not_asked_goes_to_a_person()
    {
        var result = Texts.Classify(Answer("Göteborg Energi AB"), Texts.InFolder("goteborg-energi"));

        Assert.Contains("Göteborg Energi AB hör inte till dem som har fått remissen KS 2023/740.", result.Reasons);
    }

    [Fact]
    public void Without_a_register_the_missing_sender_is_no_reason()
    {
        var result = Texts.Classify(Answer("AB Stockholmskans"));

        Assert.Null(result.Organisation);
        Assert.False(result.Review, string.Join(" ", result.Reasons));
    }

    private static ClassificationResult Read(string letterhead) =>
        Texts.Classify(Answer(letterhead), Texts.InFolder("sisab") with { PathOrganisation = null });

    private static string Answer(string letterhead) =>
        letterhead + "\nKS 2023/740\n\nYttrandet gäller samverkansöverenskommelsen. Förslaget har gåtts igenom och det finns inget att erinra mot det.\n";
}
