using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Remiss.Intake.Extraction;

namespace Remiss.Tests.Intake.Extraction;

public sealed class ExtractorPoolTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-pool-tests");
    private readonly FakeTimeProvider time = new();
    private readonly ExtractorOptions options = new() { Children = 1 };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_read_by_the_real_child_with_positions_and_Swedish_letters()
    {
        await using var pool = CreateTarget();

        var result = await Extract(pool, Write("svar.txt", "SAMMANFATTNING\nBolaget är för.\n"));

        Assert.Equal(ExtractionState.Read, result.State);
        Assert.Equal("txt", result.Format);
        Assert.Equal("SAMMANFATTNING\nBolaget är för.\n", result.Text.Text);
        Assert.Equal([new PageSpan(0, 31)], result.Text.Pages);
        Assert.Equal([new Paragraph(0, 14, ParagraphKind.Heading), new Paragraph(15, 15, ParagraphKind.Body)], result.Text.Paragraphs);
    }

    [Fact]
    public async Task Attachments_of_a_mail_lie_in_the_folder_that_was_given()
    {
        await using var pool = CreateTarget();
        var attachments = folder.CreateSubdirectory("bilagor").FullName;
        var mail = Write("svar.eml", "From: a@example.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSe bilaga.\r\n"
            + "--x\r\nContent-Disposition: attachment; filename=\"svar.txt\"\r\n\r\nBolaget avstår.\r\n--x--\r\n");

        var result = await pool.AskAsync(new(mail, attachments, "svar.eml"), TestContext.Current.CancellationToken);

        var attachment = Assert.Single(result.Attachments);
        Assert.Equal("svar.txt", attachment.Name);
        Assert.Equal(Path.Combine(attachments, "a01"), attachment.Path);
        Assert.Equal("a@example.test", result.Mail?.From);
    }

    [Fact]
    public async Task A_file_that_overflows_the_stack_of_its_child_is_a_result_and_the_next_file_is_read()
    {
        await using var pool = CreateTarget();

        var deadly = await Extract(pool, Write("svar.pdf", DeadlyPdf.Content));
        var next = await Extract(pool, Write("svar.txt", "Bolaget avstår."));

        Assert.Equal(ExtractionState.Unreadable, deadly.State);
        Assert.Equal([ExtractionReasons.Crashed], deadly.Reasons);
        Assert.Equal("unknown", deadly.Format);
        Assert.Equal(ExtractionState.Read, next.State);
    }

    [Fact]
    public async Task A_missing_file_is_the_callers_error()
    {
        await using var pool = CreateTarget();

        await Assert.ThrowsAsync<FileNotFoundException>(() => Extract(pool, Path.Combine(folder.FullName, "saknas.pdf")));
    }

    [Fact]
    public async Task One_warm_child_answers_until_its_number_of_files_is_full()
    {
        UseScript("""while read -r line; do printf '{"state":"read","format":"%s","reasons":[],"attachments":[],"runningLines":[],"unreadPages":[],"text":{"text":"","pages":[],"paragraphs":[]}}\n' "$$"; done""");
        options.FilesPerChild = 2;
        await using var pool = CreateTarget();

        var children = new List<string>();
        for (var i = 0; i < 4; i++) children.Add((await Extract(pool, Write("svar.txt", "x"))).Format);

        Assert.Equal(children[0], children[1]);
        Assert.NotEqual(children[1], children[2]);
        Assert.Equal(children[2], children[3]);
    }

    [Fact]
    public async Task A_child_that_does_not_answer_is_killed_at_the_time_limit()
    {
        UseScript("read -r line; echo $$ > asked; while read -r line; do :; done");
        await using var pool = CreateTarget();

        var extraction = Extract(pool, Write("svar.txt", "x"));
        var process = await Appears("asked");
        time.Advance(options.TimeLimit);
        var result = await extraction;

        Assert.Equal(ExtractionState.Unreadable, result.State);
        Assert.Equal([ExtractionReasons.TimedOut], result.Reasons);
        Assert.False(IsRunning(process));
    }

    [Fact]
    public async Task Cancelling_kills_the_child_and_says_so()
    {
        UseScript("read -r line; echo $$ > asked; while read -r line; do :; done");
        await using var pool = CreateTarget();
        using var cancel = new CancellationTokenSource();

        var extraction = pool.AskAsync(new(Write("svar.txt", "x"), folder.CreateSubdirectory("bilagor").FullName, "svar.txt"), cancel.Token);
        var process = await Appears("asked");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => extraction);
        Assert.False(IsRunning(process));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"state":"read","format":"txt","reasons":[],"attachments":[],"runningLines":[],"unreadPages":[],"text":{"text":"ab","pages":[{"start":0,"length":2}],"paragraphs":[{"start":1,"length":5,"kind":"Body","level":0}]}}""")]
    [InlineData("""{"state":"read","format":"txt","reasons":[],"attachments":[],"runningLines":[],"unreadPages":[],"text":{"text":"ab","pages":[{"start":0,"length":1}],"paragraphs":[]}}""")]
    [InlineData("""{"state":"read","format":"eml","reasons":[],"runningLines":[],"unreadPages":[],"text":{"text":"","pages":[],"paragraphs":[]},"attachments":[{"name":"x","contentType":"x","path":"/etc/passwd","length":1}]}""")]
    public async Task An_answer_that_does_not_hold_together_is_not_believed(string answer)
    {
        UseScript($"read -r line; echo '{answer}'; read -r line");
        await using var pool = CreateTarget();

        var result = await Extract(pool, Write("svar.txt", "x"));

        Assert.Equal(ExtractionState.Unreadable, result.State);
        Assert.Equal([ExtractionReasons.Crashed], result.Reasons);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        UseScript("read -r line; while :; do echo -n aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done");
        options.AnswerMegabytes = 1;
        await using var pool = CreateTarget();

        Assert.Equal([ExtractionReasons.Crashed], (await Extract(pool, Write("svar.txt", "x"))).Reasons);
    }

    [Fact]
    public async Task A_warm_child_that_dies_gets_the_file_a_second_try_in_a_fresh_one()
    {
        UseScript("""
            if test -e first; then answers=9; else touch first; answers=1; fi
            while read -r line; do
              test $answers = 0 && exit 1
              answers=$((answers - 1))
              echo '{"state":"read","format":"txt","reasons":[],"attachments":[],"runningLines":[],"unreadPages":[],"text":{"text":"","pages":[],"paragraphs":[]}}'
            done
            """);
        await using var pool = CreateTarget();

        await Extract(pool, Write("svar.txt", "x"));
        var second = await Extract(pool, Write("svar.txt", "x"));

        Assert.Equal(ExtractionState.Read, second.State);
    }

    [Fact]
    public async Task A_child_that_never_gets_ready_is_a_broken_installation_not_a_broken_file()
    {
        options.Command.Add("/bin/false");
        await using var pool = CreateTarget();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Extract(pool, Write("svar.txt", "x")));
    }

    [Fact]
    public async Task Our_secrets_do_not_reach_the_child()
    {
        Environment.SetEnvironmentVariable("AzureWebJobsStorage", "AccountKey=hemlig");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "hemlig");
        UseScript("""env > environment; read -r line; echo '{"state":"read","format":"txt","reasons":[],"attachments":[],"runningLines":[],"unreadPages":[],"text":{"text":"","pages":[],"paragraphs":[]}}'; read -r line""");
        await using var pool = CreateTarget();
        try
        {
            await Extract(pool, Write("svar.txt", "x"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AzureWebJobsStorage", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }

        var environment = File.ReadAllText(Path.Combine(folder.FullName, "environment"));
        Assert.DoesNotContain("hemlig", environment);
        Assert.DoesNotContain("HOME=", environment);
        Assert.Contains("DOTNET_GCHeapHardLimit=0x18000000", environment);
    }

    [Fact]
    public async Task Disposing_ends_the_children()
    {
        UseScript("echo $$ > asked; while read -r line; do echo '{\"state\":\"read\",\"format\":\"txt\",\"reasons\":[],\"attachments\":[],\"runningLines\":[],\"unreadPages\":[],\"text\":{\"text\":\"\",\"pages\":[],\"paragraphs\":[]}}'; done");
        var pool = CreateTarget();
        await Extract(pool, Write("svar.txt", "x"));
        var process = await Appears("asked");

        await pool.DisposeAsync();

        Assert.False(IsRunning(process));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Extract(pool, Write("svar.txt", "x")));
    }

    private ExtractorPool CreateTarget() => new(Options.Create(options), NullLogger<ExtractorPool>.Instance, time);

    private Task<ExtractionResult> Extract(ExtractorPool pool, string path) =>
        pool.AskAsync(new(path, folder.CreateSubdirectory(Guid.NewGuid().ToString()).FullName, Path.GetFileName(path)), TestContext.Current.CancellationToken);

    /// <summary>A stand-in for the child that says "ready" and then does as told, in the test's folder.</summary>
    private void UseScript(string script)
    {
        options.Command.Add("/bin/sh");
        options.Command.Add("-c");
        options.Command.Add($"cd '{folder.FullName}'\necho ready\n{script}");
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<int> Appears(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        while (!File.Exists(path) || !File.ReadAllText(path).EndsWith('\n')) await Task.Delay(10, TestContext.Current.CancellationToken);
        return int.Parse(File.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsRunning(int process) => Directory.Exists($"/proc/{process}") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ");
}
