using System.IO.Compression;
using System.Text.Json;

namespace Remiss.Local.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("spela")]
    [InlineData("extract")]
    [InlineData("run", "--out", "x")]
    [InlineData("demo", "--at", "i morgon")]
    public async Task Wrong_usage_is_exit_2(params string[] arguments)
    {
        var outcome = await RemissProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("remiss --help", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_exit_1_in_one_line()
    {
        var outcome = await RemissProcess.RunAsync(folder.Path, "extract", "ingenstans");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("ingenstans: filen eller mappen finns inte. Kontrollera sökvägen.", outcome.Errors.Trim());
    }

    [Fact]
    public async Task Archives_in_each_other_are_opened_until_they_are_too_deep()
    {
        var content = "Bolaget tillstyrker."u8.ToArray();
        for (var depth = 0; depth < 20; depth++)
        {
            using var buffer = new MemoryStream();
            using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            {
                using var entry = archive.CreateEntry(depth == 0 ? "svar.txt" : "inre.zip").Open();
                entry.Write(content);
            }

            content = buffer.ToArray();
        }

        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "svar.zip"), content, TestContext.Current.CancellationToken);
        var outcome = await RemissProcess.RunAsync(folder.Path, "extract", "svar.zip", "--json");

        Assert.Equal(7, outcome.Lines.Count);
        Assert.Contains("\"too_deep\"", outcome.Lines[^1], StringComparison.Ordinal);
        Assert.All(outcome.Lines.SkipLast(1), line => Assert.Contains("\"reasons\":[]", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Extract_gives_one_json_line_for_each_file_whatever_it_holds()
    {
        folder.File("in/a.txt", "Bolaget har inget att erinra.");
        folder.File("in/b.pdf", "%PDF-1.7 men sedan ingenting");
        folder.File("in/under/c.bin", "\u0001\u0002\u0003\u0000\u0001");
        folder.File("in/tom.docx", "");

        var outcome = await RemissProcess.RunAsync(folder.Path, "extract", "in", "--json");

        Assert.Equal(0, outcome.ExitCode);
        var lines = outcome.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["in/a.txt", "in/b.pdf", "in/tom.docx", "in/under/c.bin"], lines.Select(l => l.GetProperty("file").GetString()));
        Assert.Equal(["read", "unreadable", "unreadable", "unreadable"], lines.Select(l => l.GetProperty("state").GetString()));
        Assert.All(lines.Skip(1), line => Assert.NotEmpty(line.GetProperty("reasons").EnumerateArray()));
        Assert.Equal("Bolaget har inget att erinra.", lines[0].GetProperty("text").GetString()!.Trim());
    }

    [Fact]
    public async Task Extract_gives_one_line_for_each_attachment_below_its_mail()
    {
        var mail = Path.Combine(Samples.Documents, "sisab");

        var outcome = await RemissProcess.RunAsync(folder.Path, "extract", mail, "--json");

        var files = outcome.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("file").GetString()!).ToList();
        Assert.Equal(3, files.Count);
        Assert.EndsWith(".eml", files[0], StringComparison.Ordinal);
        Assert.All(files.Skip(1), file => Assert.StartsWith(files[0] + "/", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Classify_quotes_exact_ranges_of_what_extract_gives()
    {
        var answer = Path.Combine(Samples.Documents, "stockholmshem", "Remissvar AB Stockholmshem.pdf");

        var extracted = await RemissProcess.RunAsync(folder.Path, "extract", answer, "--json");
        var classified = await RemissProcess.RunAsync(
            folder.Path, "classify", answer, "--case", Samples.Case, "--register", Samples.Register, "--json");

        var text = JsonDocument.Parse(extracted.Output).RootElement.GetProperty("text").GetString()!;
        var line = JsonDocument.Parse(classified.Output).RootElement;
        Assert.Equal("remissvar", line.GetProperty("type").GetString());
        Assert.Equal("ingen_erinran", line.GetProperty("stance").GetString());
        Assert.Equal("stockholmshem", line.GetProperty("organisation").GetProperty("id").GetString());
        Assert.Equal("ks-2023-740", line.GetProperty("case").GetProperty("id").GetString());
        var passages = line.GetProperty("passages").EnumerateArray().ToList();
        Assert.NotEmpty(passages);
        Assert.All(passages, p => Assert.Equal(
            text.Substring(p.GetProperty("start").GetInt32(), p.GetProperty("length").GetInt32()), p.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_wrong_case_file_is_told_field_by_field()
    {
        var wrong = folder.File("case.json", """{ "id": "KS 1", "title": "Ärende" }""");

        var outcome = await RemissProcess.RunAsync(folder.Path, "run", "--case", wrong, "--register", Samples.Register, "--documents", Samples.Documents, "--out", "ut");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{wrong}: rad 1: id: a–z", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("recipients: fältet saknas", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".remiss")));
    }

    [Fact]
    public async Task Run_takes_a_folder_the_whole_way_and_status_and_compile_work_on_what_it_left()
    {
        folder.File("in/sisab/svar.txt", """
            Skolfastigheter i Stockholm AB
            2023-09-28
            Dnr SISAB 2023/88
            Er beteckning: KS 2023/740

            Till Stockholms Stadshus AB

            Yttrande över Övergripande samverkansöverenskommelse mellan Stockholms stad och Polisregion Stockholm

            Skolfastigheter i Stockholm AB har beretts tillfälle att yttra sig över förslaget och lämnar härmed sitt yttrande.

            Bolaget har inget att erinra mot förslaget till överenskommelse. Bolaget anser att uppföljningen är viktig och att ansvaret mellan parterna är tydligt.

            Ebba Exempelgren
            VD
            """);
        folder.File("in/lös fil.txt", "En fil som ingen vet var den hör hemma.");

        var run = await RemissProcess.RunAsync(folder.Path, "run", "--case", Samples.Case, "--register", Samples.Register, "--documents", "in", "--out", "ut", "--at", "2023-10-17");
        var status = await RemissProcess.RunAsync(folder.Path, "status", "ks-2023-740", "--json");
        var compile = await RemissProcess.RunAsync(folder.Path, "compile", "ks-2023-740", "--out", "igen");

        Assert.Equal((0, 0, 0), (run.ExitCode, status.ExitCode, compile.ExitCode));
        var root = JsonDocument.Parse(status.Output).RootElement;
        Assert.Equal("responded", root.GetProperty("recipients")[0].GetProperty("status").GetString());
        Assert.Equal(["lös fil.txt", "sisab/svar.txt"], root.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder.Path, "igen", "bilagor", "Bilaga 1 SISAB.txt")));
        var arrival = root.GetProperty("documents").EnumerateArray().First().GetProperty("arrivals")[0].GetProperty("at").GetDateTimeOffset();
        Assert.Equal(new DateTimeOffset(2023, 10, 17, 10, 0, 0, TimeSpan.FromHours(2)), arrival);
    }

    [Fact]
    public async Task An_unknown_case_is_told_with_what_to_do()
    {
        var outcome = await RemissProcess.RunAsync(folder.Path, "status", "ks-9");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Ärendet ks-9 finns inte i lagringen.", outcome.Errors, StringComparison.Ordinal);
    }
}
