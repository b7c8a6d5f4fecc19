using System.Security.Cryptography;
using Remiss.Chaos.Inbox;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Chaos.Judging;

/// <summary>Compares what is left with what was put in: ledger, originals, mails and audit log.</summary>
internal sealed class Judge(LocalHost host, ChaosCases cases, IReadOnlyList<FileVersion> versions, GraphServer graph, Verdict verdict)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (documents, arrivals) = (0, 0);
        List<(string Partition, Send Send)> sends = [];
        foreach (var partition in cases.Cases.Select(c => c.Id).Append(LedgerKeys.Unassigned).Append(LedgerKeys.Weekly))
        {
            var left = await LeftIn.ReadAsync(host.Get<RemissLedger>(), partition, cancellationToken);
            var expected = new Expected([.. versions.Where(v => v.Case == partition)]);
            new DocumentJudge(left, expected, verdict).Run();
            new SendJudge(left, verdict).Run();
            await JudgeFilesAsync(left, cancellationToken);
            documents += left.Documents.Count;
            arrivals += left.Arrivals.Count;
            sends.AddRange(left.Sends.Select(send => (partition, send)));
        }

        var copies = new CopyJudge(sends, graph, verdict);
        copies.Run();
        verdict.Figures = $"{documents} documents, {arrivals} arrivals, {copies.Figures}; {verdict.Lost} lost, {verdict.Twice} twice, {verdict.Half} half-written";
    }

    private async Task JudgeFilesAsync(LeftIn left, CancellationToken cancellationToken)
    {
        var containers = host.Get<BlobContainers>();
        foreach (var document in left.Documents)
        {
            var original = containers.Originals.GetBlobClient(document.Sha256);
            if (!await original.ExistsAsync(cancellationToken))
            {
                verdict.Breach($"LOST original {document.Sha256} of {document.Path}");
                continue;
            }

            var bytes = (await original.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
            verdict.Check(Convert.ToHexStringLower(SHA256.HashData(bytes)) == document.Sha256, $"original {document.Sha256} is not what its name says");
            verdict.Check(bytes.Length == document.Size, $"original {document.Sha256} has {bytes.Length} bytes, its row says {document.Size}");
            if (document.State is DocumentState.Accepted or DocumentState.Review)
            {
                verdict.Check(
                    await containers.Text.GetBlobClient($"{document.Sha256}.json").ExistsAsync(cancellationToken), $"LOST text of {document.Path} ({document.Sha256})");
            }
        }
    }
}
