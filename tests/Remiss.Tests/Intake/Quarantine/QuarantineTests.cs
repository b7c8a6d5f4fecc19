using Remiss.Intake;
using Remiss.Intake.Quarantine;
using Remiss.Storage;
using Remiss.Tests.Intake.Histories;

namespace Remiss.Tests.Intake.Quarantine;

/// <summary>Files wait for the malware scanner's verdict on the very version that lies there.</summary>
public sealed class QuarantineTests
{
    private const string Name = "ks-2023-740/sisab/Svar 0.txt";

    [Fact]
    public async Task Nothing_is_kept_or_read_before_the_verdict()
    {
        using var office = await SentAsync();
        await DeliverAsync(office);

        Assert.Equal([Name], office.Blobs.Names(BlobContainers.InboxName));
        Assert.Empty(office.Blobs.Names("originals"));
        Assert.Empty((await office.LedgerAsync())!.Arrivals);
    }

    [Fact]
    public async Task What_is_found_clean_goes_its_way()
    {
        using var office = await SentAsync();
        office.Blobs.Tag(BlobContainers.InboxName, Name, "No threats found");
        await DeliverAsync(office);

        var document = Assert.Single((await office.LedgerAsync())!.Documents);
        Assert.Equal(DocumentState.Accepted, document.State);
        Assert.Empty(office.Blobs.Names(BlobContainers.InboxName));
    }

    [Fact]
    public async Task What_is_malicious_is_kept_apart_unread_and_told()
    {
        using var office = await SentAsync();
        office.Blobs.Tag(BlobContainers.InboxName, Name, "Malicious");
        await DeliverAsync(office);

        var ledger = (await office.LedgerAsync())!;
        var document = Assert.Single(ledger.Documents);
        Assert.Equal(DocumentState.Quarantined, document.State);
        Assert.True(document.NeedsPerson);
        Assert.Single(ledger.Arrivals);
        Assert.Equal([document.Sha256], office.Blobs.Names("quarantine"));
        Assert.Empty(office.Blobs.Names("originals"));
        Assert.Empty(office.Blobs.Names("text"));
        Assert.Empty(office.Blobs.Names(BlobContainers.InboxName));
    }

    [Fact]
    public async Task A_verdict_on_an_earlier_version_does_not_count_for_what_was_written_over_it()
    {
        using var office = await SentAsync();
        office.Blobs.Tag(BlobContainers.InboxName, Name, "No threats found");
        await office.TakeAsync(new Put(0, 2));
        await DeliverAsync(office);

        Assert.Empty((await office.LedgerAsync())!.Arrivals);
        Assert.Equal([Name], office.Blobs.Names(BlobContainers.InboxName));
    }

    [Fact]
    public async Task A_file_without_a_verdict_in_time_is_told_and_stays()
    {
        using var office = await SentAsync();
        for (var waits = 0; waits < 8; waits++) await office.TakeAsync(new Wait());

        var failure = await Assert.ThrowsAsync<AggregateException>(() => office.TakeAsync(new Sweep()));

        Assert.IsType<NoVerdictException>(Assert.Single(failure.InnerExceptions));
        Assert.Equal([Name], office.Blobs.Names(BlobContainers.InboxName));
    }

    private static async Task<HistoryOffice> SentAsync()
    {
        var office = await HistoryOffice.OpenScannedAsync();
        await office.TakeAsync(new Put(0, 1));
        return office;
    }

    private static async Task DeliverAsync(HistoryOffice office)
    {
        await office.TakeAsync(new Deliver(0, 1));
        await office.TakeAsync(new Work(1));
        await office.TakeAsync(new Work(1));
    }
}
