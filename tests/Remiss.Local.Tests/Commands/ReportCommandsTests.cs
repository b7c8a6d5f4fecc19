using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remiss.Local.Tests.Commands;

public sealed class ReportCommandsTests : IDisposable
{
    private const string Report = """
        Handläggare
        Ylva Provlund

        Till
        Kommunstyrelsen

        ## **Remiss av Övergripande samverkansöverenskommelse**

        Svar på remiss från kommunstyrelsen KS 2023/740

        ### **Sammanfattning**

        Koncernledningen är positiv till att samverkan fortsätter och vill att den följs upp.

        ### **Ärendet**

        Den överenskommelse som gäller nu är från 2019 (Dnr KS 2019/656). I en bilaga till den står när den ska ses över.

        Kommunstyrelsen har remitterat förslaget till bl. a. Stockholms Stadshus AB, som i sin tur remitterat vidare till dotterbolagen AB Svenska Bostäder, AB Stockholms hem, AB Familjebostäder och Skolfastigheter i Stockholm AB (SISAB).

        ## **Underremiss**

        ### ***SISABS remissvar har i huvudsak följande lydelse (bilaga 1)***

        SISAB vill vara med i de lokala grupperna.

        ### ***Svenska Bostäder ABs remissvar har i huvudsak följande lydelse (bilaga 2)***

        Svenska Bostäder har inga synpunkter.

        ### ***Familjebostäder ABs remissvar har i huvudsak följande lydelse (bilaga 3)***

        Bolaget tycker att förslaget är bra.

        ### ***AB Stockholms hems remissvar har i huvudsak följande lydelse (bilaga 4)***

        Bolaget har inget att tillägga.

        ## **Koncernledningens synpunkter och förslag**

        Koncernledningen ser, liksom SISAB, gärna att rätt parter är med.

        ### **Bilagor**

        1. SISABs remissvar
        2. AB Svenska Bostäders remissvar
        3. AB Familjebostäders remissvar
        4. AB Stockholmskans remissvar

        ## **Attesterat av**

        Dokumentet har godkänts digitalt.

        <b>Namn</b>	<b>Datum</b>
        Disa Exempelgren, Vice VD	2023-10-26
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_finds_the_misspelt_names_of_a_handwritten_report_and_nothing_wrong_with_what_is_right()
    {
        var file = folder.File("utlåtande.txt", Report);

        var outcome = await RemissProcess.RunAsync(folder.Path, "check", file, "--case", Samples.Case, "--register", Samples.Register, "--json");

        Assert.Equal(1, outcome.ExitCode);
        var root = JsonDocument.Parse(outcome.Output).RootElement;
        var findings = root.GetProperty("findings").EnumerateArray().ToList();
        var lines = Report.Split('\n');
        Assert.Equal(
            ["name_spelling AB Stockholms hem", "name_spelling AB Stockholms hems", "name_unknown AB Stockholmskans"],
            findings.Where(f => Text(f, "severity") == "error").Select(f => $"{Text(f, "code")} {Text(f, "text")}"));
        Assert.Equal(
            ["name_variant", "name_variant", "recipients_not_named"],
            findings.Where(f => Text(f, "severity") == "note").Select(f => Text(f, "code")).Order(StringComparer.Ordinal));
        Assert.All(findings.Where(f => Text(f, "code").StartsWith("name_", StringComparison.Ordinal)), f => Assert.Contains(
            Text(f, "text"), lines[f.GetProperty("place").GetProperty("line").GetInt32() - 1], StringComparison.Ordinal));
        Assert.Equal((3, 3), (root.GetProperty("errors").GetInt32(), root.GetProperty("notes").GetInt32()));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".remiss")));
    }

    [Fact]
    public async Task Check_without_errors_is_exit_0()
    {
        var mended = Report.Replace("Stockholms hem", "Stockholmshem", StringComparison.Ordinal).Replace("Stockholmskans", "Stockholmshems", StringComparison.Ordinal);
        var file = folder.File("utlåtande.txt", mended);

        var outcome = await RemissProcess.RunAsync(folder.Path, "check", file, "--case", Samples.Case, "--register", Samples.Register);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("anmärkning name_variant", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 fel, 3 anmärkningar.", outcome.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingen.txt", "filen finns inte")]
    [InlineData("trasig.docx", "filen kan inte läsas")]
    public async Task A_report_that_cannot_be_read_is_told_in_one_line(string file, string expected)
    {
        folder.File("trasig.docx", "PK\u0003\u0004 inte mer");

        var outcome = await RemissProcess.RunAsync(folder.Path, "check", file, "--case", Samples.Case, "--register", Samples.Register);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(expected, Assert.Single(outcome.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_goes_from_choices_through_template_and_attestation_to_a_clean_check()
    {
        folder.File("in/sisab/svar.txt", """
            Skolfastigheter i Stockholm AB
            2023-09-28
            Er beteckning: KS 2023/740

            Yttrande över Övergripande samverkansöverenskommelse mellan Stockholms stad och Polisregion Stockholm

            Skolfastigheter i Stockholm AB har beretts tillfälle att yttra sig över förslaget och lämnar härmed sitt yttrande.

            Bolaget har inget att erinra mot förslaget till överenskommelse. Bolaget anser att uppföljningen är viktig och att ansvaret mellan parterna är tydligt.

            Ebba Exempelgren
            VD
            """);
        var run = await RemissAsync("run", "--case", Samples.Case, "--register", Samples.Register, "--documents", "in", "--out", "ut", "--at", "2023-10-17");
        var template = await RemissAsync("template", "mall.docx");
        var choices = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "ut", "val.json"), TestContext.Current.CancellationToken))!.AsObject();
        choices["summary"] = new JsonArray("Koncernledningen tillstyrker förslaget.");
        choices["assessment"] = new JsonArray("Koncernledningen delar SISAB:s bedömning.");
        choices["proposal"] = new JsonArray("Remissen anses besvarad med detta utlåtande.");
        var recipient = choices["recipients"]!.AsArray().Single()!.AsObject();
        recipient["after"] = "Bolaget har inga ytterligare synpunkter på förslaget.";
        folder.File("val.json", choices.ToJsonString());

        var compile = await RemissAsync("compile", "ks-2023-740", "--out", "igen", "--choices", "val.json", "--template", "mall.docx");
        recipient["passages"]!.AsArray()[0]!["text"] = "Bolaget avstyrker förslaget.";
        folder.File("fel.json", choices.ToJsonString());
        var refused = await RemissAsync("compile", "ks-2023-740", "--out", "igen", "--choices", "fel.json");
        var attest = await RemissAsync("attest", "ks-2023-740", "--name", "Disa Exempelgren", "--title", "Vice VD", "--out", "attesterat.docx");
        var check = await RemissAsync("check", "attesterat.docx", "--json");

        Assert.Equal((0, 0, 0, 1, 0), (run.ExitCode, template.ExitCode, compile.ExitCode, refused.ExitCode, attest.ExitCode));
        Assert.Contains("svaret innehåller inte ”Bolaget avstyrker förslaget.”", refused.Errors, StringComparison.Ordinal);
        using var archive = ZipFile.OpenRead(Path.Combine(folder.Path, "igen", "tjansteutlatande-ks-2023-740.zip"));
        Assert.Contains("bilagor/Bilaga 1 SISAB.txt", archive.Entries.Select(e => e.FullName));
        var findings = JsonDocument.Parse(check.Output).RootElement.GetProperty("findings").EnumerateArray().Select(f => $"{Text(f, "severity")} {Text(f, "code")} {Text(f, "text")}");
        Assert.Equal([], findings);
        Assert.Equal(0, check.ExitCode);
    }

    private Task<RemissOutcome> RemissAsync(params string[] arguments) => RemissProcess.RunAsync(folder.Path, arguments);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
