using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Tests.Host;

/// <summary>The watched folder, looked into by hand, on a real emulator.</summary>
public sealed class ShareWatchTests : IAsyncLifetime
{
    private const string CaseId = "ks-2023-740";

    private readonly TemporaryFolder folder = new();
    private LocalHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Share => Directory.CreateDirectory(Path.Combine(folder.Path, "share")).FullName;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.StartAsync(Path.Combine(folder.Path, ".remiss"), _ => { }, Cancellation);
        var register = await RegisterFile.ReadAsync(Samples.Register, Cancellation);
        await host.Get<CaseRegistration>().RegisterAsync(await CaseFile.ReadAsync(Samples.Case, register, Cancellation), register, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_taken_once_when_it_has_been_quiet_and_again_when_its_content_has_changed()
    {
        var watch = Watch();
        for (var i = 1; i <= 5; i++)
        {
            Write("sisab/svar.txt", new string('x', i));
            await LookAsync(watch, 2);
            Assert.Empty(await NamesAsync());
        }

        await LookAsync(watch, 5);
        Assert.Single(await NamesAsync());
        Write("sisab/svar.txt", "Nytt innehåll.");
        await LookAsync(watch, 5);

        Assert.Equal(2, (await NamesAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_gets_its_name_when_it_is_whole_is_taken_under_that_name_only()
    {
        var watch = Watch();
        foreach (var name in (string[])["sisab/svar.pdf.part", "sisab/~$svar.docx", "sisab/ladda.crdownload", "sisab/4F2A.tmp"]) Write(name, "svar");
        await LookAsync(watch, 5);
        Assert.Empty(await NamesAsync());

        File.Move(PathOf("sisab/svar.pdf.part"), PathOf("sisab/svar.pdf"));
        await LookAsync(watch, 5);
        await ReceiveAsync();

        Assert.Equal([$"{CaseId}/sisab/svar.pdf"], await ArrivalsAsync());
    }

    [Fact]
    public async Task Files_that_were_there_before_a_restart_are_taken_once()
    {
        Write("sisab/Yttrande från Älvsjö.txt".Normalize(NormalizationForm.FormD), "svar");
        Write("okand/svar.txt", "svar");
        await LookAsync(Watch(), 4);
        await ReceiveAsync();

        await LookAsync(Watch(), 4);

        Assert.Empty(await NamesAsync());
        Assert.Equal([$"{CaseId}/okand/svar.txt", $"{CaseId}/sisab/Yttrande från Älvsjö.txt"], await ArrivalsAsync());
    }

    [Fact]
    public async Task Killed_between_the_inbox_and_the_ledger_it_is_one_arrival()
    {
        Write("sisab/svar.txt", "svar");
        await LookAsync(Watch(), 4);
        await LookAsync(Watch(), 4);
        Assert.Equal(2, (await NamesAsync()).Count);

        await ReceiveAsync();

        Assert.Single(await ArrivalsAsync());
    }

    [Fact]
    public async Task An_empty_file_is_waited_for_and_nothing_outside_the_share_is_read()
    {
        Write("sisab/svar.txt", "");
        File.CreateSymbolicLink(PathOf("sisab/hemligt.txt"), folder.File("hemligt.txt", "hemligt"));
        var watch = Watch();
        await LookAsync(watch, 6);
        Assert.Empty(await NamesAsync());

        Write("sisab/svar.txt", "svar");
        await LookAsync(watch, 4);

        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task A_share_that_goes_away_and_comes_back_stops_nothing()
    {
        Write("sisab/svar.txt", "svar");
        var watch = Watch();
        Directory.Move(Share, Path.Combine(folder.Path, "borta"));
        await LookAsync(watch, 2);
        Directory.Delete(Share);
        await LookAsync(watch, 2);
        Directory.Move(Path.Combine(folder.Path, "borta"), Path.Combine(folder.Path, "share"));
        await LookAsync(watch, 4);

        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task A_storage_that_cannot_be_reached_is_waited_for()
    {
        var impatient = new TableClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.Zero } };
        var nowhere = new TableServiceClient("DefaultEndpointsProtocol=http;AccountName=ingen;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/ingen;", impatient);
        var files = new SharedFiles(new RemissLedger(nowhere), host.Get<InboxWriter>(), host.Get<TimeProvider>());
        Write("sisab/svar.txt", "svar");

        await LookAsync(new ShareWatch(Share, files, host.Get<TimeProvider>(), NullLogger<ShareWatch>.Instance), 5);

        Assert.Empty(await NamesAsync());
        await LookAsync(Watch(), 4);
        Assert.Single(await NamesAsync());
    }

    private ShareWatch Watch() => new(Share, host.Get<SharedFiles>(), host.Get<TimeProvider>(), NullLogger<ShareWatch>.Instance);

    private static async Task LookAsync(ShareWatch watch, int times)
    {
        for (var i = 0; i < times; i++) await watch.LookAsync(Cancellation);
    }

    private string PathOf(string name) => Path.Combine(Share, CaseId, name);

    private void Write(string name, string content) => folder.File($"share/{CaseId}/{name}", content);

    private Task<int> ReceiveAsync() => host.Get<Reconciliation>().SweepAsync(Cancellation);

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        List<string> names = [];
        await foreach (var blob in host.Get<BlobContainers>().Inbox.GetBlobsAsync(cancellationToken: Cancellation)) names.Add(blob.Name);
        return names;
    }

    private async Task<IReadOnlyList<string>> ArrivalsAsync() =>
    [
        .. (await host.Get<RemissLedger>().ListAsync<Arrival>(CaseId, Cancellation))
            .Concat(await host.Get<RemissLedger>().ListAsync<Arrival>(LedgerKeys.Unassigned, Cancellation))
            .Select(a => a.Path).Order(StringComparer.Ordinal),
    ];
}
