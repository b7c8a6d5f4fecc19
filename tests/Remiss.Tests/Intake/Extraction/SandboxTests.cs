using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Intake.Extraction;

namespace Remiss.Tests.Intake.Extraction;

/// <summary>The real child within its walls, which it tries before it greets.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-sandbox-tests");
    private readonly ExtractorOptions options = new() { Children = 1 };

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(SandboxWalls.Files)]
    [InlineData(SandboxWalls.Network)]
    [InlineData(SandboxWalls.Processes)]
    [InlineData(SandboxWalls.Memory)]
    public async Task A_child_finds_its_wall_standing(string wall)
    {
        await using var pool = CreateTarget();

        await ReadAsync(pool, Write("svar.txt", "Bolaget avstår."));

        Assert.Contains(wall, pool.Report.Walls);
    }

    [Fact]
    public async Task A_file_outside_the_childs_folder_cannot_be_read_by_it()
    {
        var secret = Write("hemligt.txt", "Bolaget avstår.");

        var answer = await AskAloneAsync(child => new(secret, child.Out, "hemligt.txt"));

        Assert.DoesNotContain("Bolaget", answer);
        Assert.Contains("\"state\":\"Unreadable\"", answer);
    }

    [Fact]
    public async Task An_attachment_cannot_be_written_outside_the_childs_folder()
    {
        const string Mail = "From: a@example.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSe bilaga.\r\n"
            + "--x\r\nContent-Disposition: attachment; filename=\"svar.txt\"\r\n\r\nBolaget avstår.\r\n--x--\r\n";
        var outside = folder.CreateSubdirectory("utanför").FullName;
        var mail = Write("svar.eml", Mail);

        await AskAloneAsync(child => new(child.Bring(mail), outside, "svar.eml"));
        var inside = await AskAloneAsync(child => new(child.Bring(mail), child.Out, "svar.eml"));

        Assert.Empty(Directory.GetFileSystemEntries(outside));
        Assert.Contains("a01", inside);
    }

    [Fact]
    public async Task Nothing_of_a_file_is_left_in_the_childs_folder_for_the_next()
    {
        options.Command.Add("/bin/sh");
        options.Command.Add("-c");
        options.Command.Add($$$"""
            echo ready
            while read -r line; do
              find in out tmp -type f -o -type l | sort | tr '\n' ' ' >> '{{{folder.FullName}}}/seen'; echo >> '{{{folder.FullName}}}/seen'
              echo spår > tmp/spår; mkdir out/djup; echo spår > out/djup/spår; ln -s /etc/passwd out/länk
              echo '{"state":"read","format":"txt","reasons":[],"attachments":[],"runningLines":[],"unreadPages":[],"text":{"text":"","pages":[],"paragraphs":[]}}'
            done
            """);
        await using var pool = CreateTarget();

        await ReadAsync(pool, Write("svar.txt", "x"));
        await ReadAsync(pool, Write("svar.txt", "x"));

        Assert.Equal(["in/document", "in/document"], File.ReadAllLines(Path.Combine(folder.FullName, "seen")).Select(line => line.Trim()));
        Assert.Equal("root", File.ReadAllText("/etc/passwd")[..4]);
    }

    [Fact]
    public async Task A_link_in_the_place_of_an_attachment_is_not_followed()
    {
        options.Command.Add("/bin/sh");
        options.Command.Add("-c");
        options.Command.Add("""
            echo ready; read -r line; ln -s /etc/passwd out/a01
            echo '{"state":"read","format":"eml","reasons":[],"attachments":[{"name":"a","contentType":"x","path":"'$0'/out/a01","length":11}],"runningLines":[],"unreadPages":[],"text":{"text":"","pages":[],"paragraphs":[]}}'
            read -r line
            """);
        await using var pool = CreateTarget();

        var result = await ReadAsync(pool, Write("svar.eml", "x"));

        Assert.Equal([ExtractionReasons.Crashed], result.Reasons);
    }

    [Fact]
    public async Task A_child_that_takes_too_much_memory_is_killed_and_the_file_is_too_large()
    {
        options.MemoryMegabytes = 128;
        options.Command.Add("/bin/sh");
        options.Command.Add("-c");
        options.Command.Add("echo ready; read -r line; exec awk 'BEGIN { s = \"xxxxxxxxxxxxxxxx\"; while (1) { s = s s; if (length(s) > 400000000) while (1) ; } }'");
        await using var pool = CreateTarget();

        var result = await ReadAsync(pool, Write("svar.txt", "x"));

        Assert.Equal([ExtractionReasons.TooLarge], result.Reasons);
        Assert.Equal(1, pool.Report.Deaths[SandboxDeath.TooMuchMemory]);
        Assert.True(pool.Report.PeakBytes > 128 << 20);
    }

    [Fact]
    public async Task What_a_child_has_started_ends_with_it()
    {
        options.Command.Add("setsid");
        options.Command.Add("/bin/sh");
        options.Command.Add("-c");
        options.Command.Add($"echo ready; read -r line; sleep 1000 & echo $! > '{folder.FullName}/started'; exit 1");
        await using var pool = CreateTarget();

        await ReadAsync(pool, Write("svar.txt", "x"));

        var started = int.Parse(File.ReadAllText(Path.Combine(folder.FullName, "started")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(Directory.Exists($"/proc/{started}") && !File.ReadAllText($"/proc/{started}/stat").Contains(") Z "));
    }

    [Fact]
    public async Task The_end_of_the_parent_is_the_end_of_the_child()
    {
        using var childFolder = new ChildFolder();
        using var child = Process.Start(ExtractorCommand.For(options, childFolder))!;
        await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        child.StandardInput.Close();

        await child.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>A child asked without the pool, which would bring the file into its folder first.</summary>
    private async Task<string> AskAloneAsync(Func<ChildFolder, ExtractionRequest> request)
    {
        using var childFolder = new ChildFolder();
        using var child = Process.Start(ExtractorCommand.For(options, childFolder))!;
        try
        {
            await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await child.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request(childFolder), ExtractionProtocol.Json.ExtractionRequest));
            await child.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            return await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        }
        finally
        {
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private ExtractorPool CreateTarget() => new(Options.Create(options), NullLogger<ExtractorPool>.Instance, TimeProvider.System);

    private Task<ExtractionResult> ReadAsync(ExtractorPool pool, string path) =>
        pool.AskAsync(new(path, folder.CreateSubdirectory(Guid.NewGuid().ToString()).FullName, Path.GetFileName(path)), TestContext.Current.CancellationToken);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
