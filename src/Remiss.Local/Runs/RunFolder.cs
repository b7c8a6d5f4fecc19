using System.Text.Json;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Local.Runs;

/// <summary>Everything a run leaves behind, as files: the draft and its bilagor, where the case stands, what was sent, the audit log.</summary>
internal sealed class RunFolder(
    RemissLedger ledger, CaseStatusReader cases, CompileHandler compile, ReportExport export, WeeklyReportRun weekly, BlobContainers containers)
{
    public async Task<CaseStatus> WriteAsync(RemissCase remissCase, string folder, CancellationToken cancellationToken)
    {
        var caseId = remissCase.Id;
        Directory.CreateDirectory(folder);
        var report = await compile.CompileAsync(caseId, coordinator: null, cancellationToken) ?? throw new UserErrorException($"Ärendet {caseId} finns inte.");
        await export.WriteAsync(report, folder, cancellationToken);

        var status = (await cases.ReadAsync(caseId, cancellationToken))!;
        await WriteAsync(folder, "status.json", JsonSerializer.SerializeToUtf8Bytes(status, RemissJson.Indented), cancellationToken);
        await WriteAsync(folder, "status.csv", StatusCsv.Write(status, await ledger.ReadRegisterAsync(cancellationToken)), cancellationToken);
        await WriteAuditAsync(caseId, folder, cancellationToken);
        var week = await weekly.StatusAsync(remissCase.Coordinators[0], cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "weekly.html"), await weekly.RenderAsync(week), cancellationToken);
        await WriteOutboxAsync([caseId, LedgerKeys.Weekly], Path.Combine(folder, "outbox"), cancellationToken);
        return status;
    }

    private static Task WriteAsync(string folder, string name, byte[] content, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellationToken);

    private async Task WriteAuditAsync(string caseId, string folder, CancellationToken cancellationToken)
    {
        var entries = await ledger.ListAsync<AuditEntry>(caseId, cancellationToken);
        var lines = entries.Select(entry => JsonSerializer.Serialize(entry, RemissJson.Options));
        await File.WriteAllLinesAsync(Path.Combine(folder, "audit.jsonl"), lines, cancellationToken);
    }

    private async Task WriteOutboxAsync(string[] partitions, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var partition in partitions)
        {
            await foreach (var blob in containers.Outbox.GetBlobsAsync(new() { Prefix = partition + "/" }, cancellationToken))
            {
                var path = Path.Combine(folder, blob.Name[(partition.Length + 1)..]);
                await containers.Outbox.GetBlobClient(blob.Name).DownloadToAsync(path, cancellationToken);
            }
        }
    }
}
