using Remiss.Cases;
using Remiss.Compilation.Checking;

namespace Remiss.Tests.Compilation.Checking;

/// <summary>An invented report in the shape that offices write, with one fault at a time.</summary>
public sealed class ReportCheckerTests
{
    private const string Right = """
        Handläggare
        Vera Provsson
        Till
        Kommunstyrelsen
        ## **Remiss av trygghetsplan för gårdarna**
        Svar på remiss från kommunstyrelsen KS 2023/740
        ### **Sammanfattning**
        Koncernledningen ser positivt på planen.
        ### **Ärendet**
        Planen ersätter den som antogs 2019 (Dnr KS 2019/656).
        Kommunstyrelsen har remitterat planen till bl. a. Stockholms Stadshus AB, som i sin tur remitterat vidare till dotterbolagen AB Svenska Bostäder, AB Stockholmshem, Stockholm Vatten och Avfall AB och Skolfastigheter i Stockholm AB (SISAB).
        ## **Underremiss**
        ### ***SISABS remissvar har i huvudsak följande lydelse (bilaga 1)***
        SISAB önskar delta i arbetet.
        ### ***AB Svenska Bostäders remissvar har i huvudsak följande lydelse (bilaga 2)***
        Bolaget har inget att invända.
        ### ***AB Stockholmshems remissvar har i huvudsak följande lydelse (bilaga 3)***
        Bolaget välkomnar planen.
        ### ***Stockholm Vatten och Avfalls remissvar har i huvudsak följande lydelse (bilaga 4)***
        Bolaget berörs i liten grad.
        ## **Koncernledningens synpunkter och förslag**
        Koncernledningen delar bolagens bedömning. Det är viktigt att AB Svenska Bostäder hörs.
        ### **Bilagor**
        1. SISABs remissvar
        2. AB Svenska Bostäders remissvar
        3. AB Stockholmshems remissvar
        4. Stockholm Vatten och Avfalls remissvar
        ## **Attesterat av**
        <b>Namn</b>	<b>Datum</b>
        Disa Exempelgren, Vice VD	2023-10-26
        """;

    private static readonly Register Register = new(
    [
        new() { Id = "stadshus", Name = "Stockholms Stadshus AB", Aliases = ["Koncernledningen"] },
        new() { Id = "sisab", Name = "Skolfastigheter i Stockholm AB", ShortName = "SISAB" },
        new() { Id = "svebo", Name = "AB Svenska Bostäder", ShortName = "Svenska Bostäder", Aliases = ["Svenska Bostäder AB"] },
        new() { Id = "hem", Name = "AB Stockholmshem", ShortName = "Stockholmshem" },
        new() { Id = "svoa", Name = "Stockholm Vatten och Avfall AB", ShortName = "Stockholm Vatten och Avfall" },
        new() { Id = "hamn", Name = "Stockholms Hamn AB", ShortName = "Stockholms Hamnar" },
    ]);

    private static readonly RemissCase Case = new CaseInProgress().Case with
    {
        EarlierDnr = ["KS 2019/656"],
        Recipients = ["sisab", "svebo", "hem", "svoa"],
    };

    [Fact]
    public void A_report_that_is_right_gives_nothing() => Assert.Empty(Check(Right));

    [Theory]
    [InlineData("dotterbolagen AB Svenska Bostäder, AB Stockholmshem", "dotterbolagen AB Svenska Bostäder, AB Stockholms hem", "error name_spelling AB Stockholms hem")]
    [InlineData("***AB Stockholmshems remissvar", "***AB Stockholms hems remissvar", "error name_spelling AB Stockholms hems")]
    [InlineData("3. AB Stockholmshems remissvar", "3. AB Stockholmskans remissvar", "error name_unknown AB Stockholmskans")]
    [InlineData("***AB Svenska Bostäders", "***Svenska Bostäder ABs", "note name_variant Svenska Bostäder ABs")]
    [InlineData("att AB Svenska Bostäder hörs", "att Svenska Bostäder AB hörs", "note name_variant Svenska Bostäder AB")]
    [InlineData("att AB Svenska Bostäder hörs", "att Kraftbolaget Norr AB hörs", "note name_unknown Kraftbolaget Norr AB")]
    [InlineData("4. Stockholm Vatten och Avfalls", "4. Stockholms Hamnars", "error bilaga_mismatch Stockholm Vatten och Avfalls remissvar har i huvudsak följande lydelse (bilaga 4)|error name_not_recipient Stockholms Hamnars")]
    [InlineData("***Stockholm Vatten och Avfalls remissvar", "***SISABs remissvar", "error bilaga_mismatch SISABs remissvar har i huvudsak följande lydelse (bilaga 4)|error recipient_missing Stockholm Vatten och Avfall|error recipient_twice SISABs")]
    [InlineData("4. Stockholm Vatten och Avfalls", "5. Stockholm Vatten och Avfalls", "error bilaga_mismatch Stockholm Vatten och Avfalls remissvar har i huvudsak följande lydelse (bilaga 4)|error bilaga_number 5. Stockholm Vatten och Avfalls remissvar|note bilaga_unused 5. Stockholm Vatten och Avfalls remissvar")]
    [InlineData("lydelse (bilaga 2)", "lydelse", "error bilaga_missing AB Svenska Bostäders remissvar har i huvudsak följande lydelse|note bilaga_unused 2. AB Svenska Bostäders remissvar")]
    [InlineData("kommunstyrelsen KS 2023/740", "kommunstyrelsen KS 2023/470", "error dnr_differs KS 2023/470|error dnr_missing ")]
    [InlineData("(Dnr KS 2019/656)", "(Dnr KS 2023/704)", "error dnr_differs KS 2023/704")]
    [InlineData("(Dnr KS 2019/656)", "(Dnr SLK 2018/77)", "note dnr_unknown SLK 2018/77")]
    [InlineData("som antogs 2019", "som antogs den 31 september 2019", "error date_impossible 31 september 2019")]
    [InlineData("som antogs 2019", "som antogs måndagen den 3 september 2019", "error date_weekday måndagen den 3 september 2019")]
    [InlineData("2023-10-26", "2023-08-26", "error date_order Disa Exempelgren, Vice VD 2023-08-26")]
    [InlineData("2023-10-26", "2033-10-26", "error date_order Disa Exempelgren, Vice VD 2033-10-26")]
    [InlineData("Disa Exempelgren, Vice VD	2023-10-26", "", "error not_attested ")]
    [InlineData("Bolaget berörs i liten grad.", "Att fylla i: svaret.", "error unfinished Att fylla i: svaret.")]
    [InlineData("ser positivt på planen.", "ser positivt på planen (bilaga 7).", "error bilaga_mismatch Koncernledningen ser positivt på planen (bilaga 7).")]
    public void Each_fault_is_found_and_nothing_else(string right, string wrong, string expected)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);

        var findings = Check(Right.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(
            expected.Split('|').Order(StringComparer.Ordinal),
            findings.Select(f => $"{RemissJson.Label(f.Severity)} {f.Code} {f.Text}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_in_the_list_that_matches_nothing_is_suggested_from_the_heading_with_the_same_number()
    {
        var finding = Assert.Single(Check(Right.Replace("3. AB Stockholmshems", "3. AB Stockholmskans", StringComparison.Ordinal)));

        Assert.Equal("Menas AB Stockholmshem?", finding.Suggestion);
        Assert.Equal(new FindingPlace(26, 1, "Bilagor"), finding.Place);
    }

    [Fact]
    public void Bilagor_out_of_order_are_told()
    {
        var swapped = Right.Replace("(bilaga 1)", "(bilaga x)", StringComparison.Ordinal).Replace("(bilaga 2)", "(bilaga 1)", StringComparison.Ordinal)
            .Replace("(bilaga x)", "(bilaga 2)", StringComparison.Ordinal)
            .Replace("1. SISABs remissvar", "1. AB Svenska Bostäders remissvar", StringComparison.Ordinal)
            .Replace("2. AB Svenska Bostäders remissvar", "2. SISABs remissvar", StringComparison.Ordinal);

        Assert.Equal("bilaga_order", Assert.Single(Check(swapped)).Code);
    }

    [Fact]
    public void Recipients_of_the_case_that_the_report_never_names_are_one_note()
    {
        var finding = Assert.Single(Check(Right, Case with { Recipients = [.. Case.Recipients, "hamn"] }));

        Assert.Equal((FindingSeverity.Note, "recipients_not_named", "Stockholms Hamnar"), (finding.Severity, finding.Code, finding.Text));
    }

    [Fact]
    public void Places_in_a_text_file_are_its_own_lines()
    {
        var source = "\n\n" + Right.Replace("\n", "\n\n", StringComparison.Ordinal).Replace("3. AB Stockholmshems", "3. AB Stockholmskans", StringComparison.Ordinal);
        var text = CaseInProgress.TextOf(source.Replace("\n\n", "\n", StringComparison.Ordinal).Trim('\n'));

        var finding = Assert.Single(ReportChecker.Check(text, Context(Case), source));

        Assert.Equal(Array.FindIndex(source.Split('\n'), l => l.Contains("Stockholmskans", StringComparison.Ordinal)) + 1, finding.Place.Line);
    }

    private static IReadOnlyList<Finding> Check(string report, RemissCase? remissCase = null) =>
        ReportChecker.Check(CaseInProgress.TextOf(report), Context(remissCase ?? Case));

    private static CheckContext Context(RemissCase remissCase) => new(remissCase, Register, new DateOnly(2023, 11, 1));
}
