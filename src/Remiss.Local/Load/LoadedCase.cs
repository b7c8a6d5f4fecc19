using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Storage.Queues;
using Remiss.Cases;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Load;

/// <summary>A case of many recipients whose answers are put in the inbox, and what has become of each.</summary>
internal sealed class LoadedCase(LocalHost host)
{
    private const int Recipients = 200;
    private const int UploadsAtOnce = 8;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private static readonly RemissCase Case = new()
    {
        Id = "ks-2023-1",
        Dnr = "KS 2023/1",
        Title = "Samverkan för trygghet",
        Remitter = "Kommunstyrelsen",
        CoordinatingBody = "koncernledningen",
        RemittedOn = new(2023, 9, 1),
        RecipientDeadline = new(2023, 10, 6),
        RemitterDeadline = new(2023, 10, 27),
        Coordinators = [new("Handläggare Ett", "handläggare", "handlaggare@example.invalid")],
        Recipients = [.. Enumerable.Range(0, Recipients).Select(Id)],
    };

    private readonly ConcurrentDictionary<string, DateTimeOffset> uploaded = new(StringComparer.Ordinal);

    public Task RegisterAsync(CancellationToken cancellationToken)
    {
        var register = new Register(
            [new() { Id = Case.CoordinatingBody, Name = "Koncernledningen" }, .. Enumerable.Range(0, Recipients).Select(i => new Organisation { Id = Id(i), Name = Name(i) })]);
        return host.Get<CaseRegistration>().RegisterAsync(Case, register, cancellationToken);
    }

    /// <returns>The size of the files together, in bytes.</returns>
    public async Task<long> UploadAsync(IEnumerable<int> numbers, TimeSpan pause, CancellationToken cancellationToken)
    {
        long bytes = 0;
        var atOnce = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = pause > TimeSpan.Zero ? 1 : UploadsAtOnce };
        await Parallel.ForEachAsync(numbers, atOnce, async (number, ct) =>
        {
            Interlocked.Add(ref bytes, await UploadAsync(number, ct));
            if (pause > TimeSpan.Zero) await Task.Delay(pause, ct);
        });
        return bytes;
    }

    /// <summary>Until the queues and the inbox are empty. The inbox is asked seldom: an emulator sorts all of it for each list.</summary>
    public async Task DrainedAsync(CancellationToken cancellationToken)
    {
        while (await AnyLeftAsync(cancellationToken)) await Task.Delay(BetweenLooks, cancellationToken);
    }

    /// <returns>For each file, when it had been uploaded and when the ledger said what it is.</returns>
    /// <exception cref="UserErrorException">Some file has no such row.</exception>
    public async Task<IReadOnlyList<Passage>> PassagesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, DateTimeOffset> judged = new(StringComparer.Ordinal);
        foreach (var entry in await host.Get<RemissLedger>().ListAsync<AuditEntry>(Case.Id, cancellationToken))
        {
            if (entry.What is "document_accepted" or "document_review") judged.TryAdd(entry.Subject[(entry.Subject.LastIndexOf('|') + 1)..], entry.At);
        }

        var lost = uploaded.Keys.Where(sha256 => !judged.ContainsKey(sha256)).ToList();
        return lost.Count == 0
            ? [.. uploaded.Select(file => new Passage(file.Value, judged[file.Key]))]
            : throw new UserErrorException($"{lost.Count} av {uploaded.Count} filer har inte kommit fram, bland dem {lost[0]}.");
    }

    private async Task<int> UploadAsync(int number, CancellationToken cancellationToken)
    {
        var organisation = number % Recipients;
        var paragraphs = new LetterText(number).Paragraphs(Name(organisation), Case.Dnr);
        var isPdf = LetterFiles.IsPdf(number);
        var file = isPdf ? LetterFiles.Pdf(paragraphs) : LetterFiles.Docx(paragraphs);
        var blob = host.Get<BlobContainers>().Inbox.GetBlobClient($"{Case.Id}/{Id(organisation)}/Remissvar {number}.{(isPdf ? "pdf" : "docx")}");
        await blob.UploadAsync(BinaryData.FromBytes(file), overwrite: true, cancellationToken);
        uploaded[Convert.ToHexStringLower(SHA256.HashData(file))] = TimeProvider.System.GetUtcNow();
        return file.Length;
    }

    private async Task<bool> AnyLeftAsync(CancellationToken cancellationToken) =>
        await AnyQueuedAsync(cancellationToken) || await AnyInInboxAsync(cancellationToken) || await AnyQueuedAsync(cancellationToken);

    private async Task<bool> AnyInInboxAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in host.Get<BlobContainers>().Inbox.GetBlobsAsync(cancellationToken: cancellationToken)) return true;
        return false;
    }

    private async Task<bool> AnyQueuedAsync(CancellationToken cancellationToken)
    {
        foreach (QueueClient queue in host.Get<StepQueues>().All)
        {
            if ((await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount > 0) return true;
        }

        return false;
    }

    private static string Id(int recipient) => $"bolag-{recipient:000}";

    private static string Name(int recipient) => $"Exempelbolaget {recipient:000} AB";
}

/// <summary>One file from the inbox to the ledger.</summary>
internal readonly record struct Passage(DateTimeOffset Uploaded, DateTimeOffset Judged)
{
    public double Milliseconds => (Judged - Uploaded).TotalMilliseconds;
}
