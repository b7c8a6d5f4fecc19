using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Remiss.Cases;
using Remiss.Chaos.Storage;
using Remiss.Chaos.Workers;
using Remiss.Storage;

namespace Remiss.Chaos.Inbox;

/// <summary>
/// Those who put files in the inbox, in every way that files come: again, over each other, empty first, in slow blocks, taken away and put
/// back; and the events of it, several, late, shuffled or none. Notes every version that was ever there.
/// </summary>
internal sealed class Senders(ChaosOptions options, ChaosCases cases, BlobContainerClient inbox, FaultProxy proxy, Crew crew)
{
    private const int UploadsAtOnce = 8;
    private const double SpoiltShare = 0.03;
    private const int LongestDelay = 3_000;

    private readonly List<FileVersion> versions = [];
    private readonly Lock door = new();
    private readonly List<Task> underWay = [];
    private readonly int firstLetter = unchecked(options.Seed * 100_003) & 0x3fff_ffff;
    private int letters;
    private int events;
    private int waitingForContent;

    public IReadOnlyList<FileVersion> Versions
    {
        get { lock (door) return [.. versions]; }
    }

    public int Events => events;

    public int Overwritten { get; private set; }

    public int Deleted { get; private set; }

    public int FilledLater { get; private set; }

    public int InBlocks { get; private set; }

    /// <summary>No file lies empty that is to be filled.</summary>
    public bool MayJump => Volatile.Read(ref waitingForContent) == 0;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var random = new Random(options.Seed);
        using var limit = new SemaphoreSlim(UploadsAtOnce);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds));
        for (var number = 0; options.Files > 0 ? number < options.Files : !end.IsCancellationRequested; number++)
        {
            var move = new Random(random.Next());
            if (options.Files == 0) await Task.Delay(random.Next(options.Pace), cancellationToken);
            await limit.WaitAsync(cancellationToken);
            underWay.Add(StepAsync(move, number, limit));
        }

        await Task.WhenAll(underWay);
    }

    private async Task StepAsync(Random random, int number, SemaphoreSlim limit)
    {
        try
        {
            var remissCase = cases.Cases[random.Next(cases.Cases.Count)];
            var organisation = remissCase.Recipients[random.Next(remissCase.Recipients.Count)];
            var blob = inbox.GetBlobClient($"{remissCase.Id}/{organisation}/Svar {number}.txt");
            Task move = (options.Plain ? 0 : random.Next(12)) switch
            {
                1 => AgainAsync(random, remissCase.Id, organisation, blob),
                2 => OverwriteAsync(random, remissCase, organisation, blob),
                3 => TakeAwayAsync(random, remissCase, organisation, blob),
                4 => FillLaterAsync(random, remissCase, organisation, blob),
                5 => InBlocksAsync(random, remissCase, organisation, blob),
                6 => PutAsync(random, remissCase.Id, organisation, inbox.GetBlobClient($"{remissCase.Id}/{organisation}/Brev {number}.eml"), MailTo(remissCase, organisation)),
                7 => PutAsync(random, LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, inbox.GetBlobClient($"på villovägar/{number} å.txt"), Content.Riddle(Letter())),
                8 => PutAsync(random, remissCase.Id, organisation, blob, Content.Riddle(Letter())),
                9 when random.Next(4) == 0 => PutAsync(random, remissCase.Id, organisation, blob, Content.Empty),
                _ => PutAsync(random, remissCase.Id, organisation, blob, AnswerTo(remissCase, organisation)),
            };
            await move;
        }
        finally
        {
            limit.Release();
        }
    }

    private async Task<FileVersion> PutAsync(Random random, string partition, string organisation, BlobClient blob, Content content)
    {
        if (!options.Plain && content.Kind is ContentKind.Answer && random.NextDouble() < SpoiltShare) proxy.Broken[content.Sha256] = true;
        return await WriteAsync(random, partition, organisation, blob, content, () => blob.UploadAsync(BinaryData.FromBytes(content.Bytes), overwrite: true));
    }

    private async Task AgainAsync(Random random, string partition, string organisation, BlobClient blob)
    {
        var earlier = Versions.Where(v => v.Case == partition && v.Organisation == organisation).ToList();
        if (earlier.Count > 0) await PutAsync(random, partition, organisation, blob, earlier[random.Next(earlier.Count)].Content);
    }

    private async Task OverwriteAsync(Random random, RemissCase remissCase, string organisation, BlobClient blob)
    {
        var first = await PutAsync(random, remissCase.Id, organisation, blob, AnswerTo(remissCase, organisation));
        await Task.Delay(random.Next(1_500));
        first.IsReplaced = true;
        Overwritten++;
        await PutAsync(random, remissCase.Id, organisation, blob, random.Next(3) == 0 ? first.Content : AnswerTo(remissCase, organisation));
    }

    private async Task TakeAwayAsync(Random random, RemissCase remissCase, string organisation, BlobClient blob)
    {
        var first = await PutAsync(random, remissCase.Id, organisation, blob, AnswerTo(remissCase, organisation));
        await Task.Delay(random.Next(1_000));
        first.IsReplaced = true;
        Deleted++;
        await blob.DeleteIfExistsAsync();
        await Task.Delay(random.Next(1_000));
        if (random.Next(2) == 0) await PutAsync(random, remissCase.Id, organisation, blob, random.Next(2) == 0 ? first.Content : AnswerTo(remissCase, organisation));
    }

    private async Task FillLaterAsync(Random random, RemissCase remissCase, string organisation, BlobClient blob)
    {
        Interlocked.Increment(ref waitingForContent);
        try
        {
            var empty = await PutAsync(random, remissCase.Id, organisation, blob, Content.Empty);
            await Task.Delay(random.Next(2_000));
            empty.IsReplaced = true;
            FilledLater++;
            await PutAsync(random, remissCase.Id, organisation, blob, AnswerTo(remissCase, organisation));
        }
        finally
        {
            Interlocked.Decrement(ref waitingForContent);
        }
    }

    private async Task InBlocksAsync(Random random, RemissCase remissCase, string organisation, BlobClient blob)
    {
        var content = AnswerTo(remissCase, organisation);
        var blocks = inbox.GetBlockBlobClient(blob.Name);
        List<string> ids = [];
        foreach (var (index, part) in content.Bytes.Chunk(1 + (content.Bytes.Length / 3)).Index())
        {
            ids.Add(Convert.ToBase64String(BitConverter.GetBytes(index)));
            await blocks.StageBlockAsync(ids[^1], new MemoryStream(part));
            Deliver(random, blob.Name, index);
            await Task.Delay(random.Next(700));
        }

        InBlocks++;
        await WriteAsync(random, remissCase.Id, organisation, blob, content, () => blocks.CommitBlockListAsync(ids));
    }

    private async Task<FileVersion> WriteAsync(
        Random random, string partition, string organisation, BlobClient blob, Content content, Func<Task<Response<BlobContentInfo>>> write)
    {
        var written = await write();
        var etag = written.Value.ETag;
        var version = new FileVersion(blob.Name, etag.ToString(), partition, organisation, content, proxy.Stamp(etag.ToString()), TimeProvider.System.GetUtcNow())
        {
            EventsLost = random.NextDouble() < options.Lost,
        };
        lock (door) versions.Add(version);
        if (version.EventsLost) return version;
        var deliveries = options.Plain ? options.Deliveries : random.Next(1, options.Deliveries + 1);
        foreach (var delivery in Enumerable.Range(0, deliveries))
        {
            if (options.Plain || random.Next(3) == 0) Deliver(random, blob.Name, delivery);
            else lock (door) underWay.Add(LaterAsync(blob.Name, random.Next(LongestDelay), random.Next(options.Workers)));
        }

        return version;
    }

    private async Task LaterAsync(string name, int delay, int choice)
    {
        await Task.Delay(delay);
        Interlocked.Increment(ref events);
        crew.Deliver(name, choice);
    }

    private void Deliver(Random random, string name, int delivery)
    {
        Interlocked.Increment(ref events);
        crew.Deliver(name, random.Next(options.Workers) + delivery);
    }

    private Content AnswerTo(RemissCase remissCase, string organisation) => Content.Answer(Letter(), ChaosCases.Name(organisation), remissCase.Dnr);

    private Content MailTo(RemissCase remissCase, string organisation) =>
        Content.Mail(Letter(), AnswerTo(remissCase, organisation), Content.Riddle(Letter()));

    private int Letter() => firstLetter + Interlocked.Increment(ref letters);
}
