using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Share;

/// <summary>
/// Makes the folders of new cases and recipients where the app may write in the library. Where it may not, somebody makes them by hand, and
/// nothing else is different.
/// </summary>
public sealed partial class CaseFolders(RemissLedger ledger, TimeProvider time, ILogger<CaseFolders> logger)
{
    private bool isRefused;

    internal async Task MakeAsync(GraphServiceClient graph, ShareOptions options, CancellationToken cancellationToken)
    {
        if (isRefused) return;

        try
        {
            foreach (var remissCase in await ledger.ReadOpenCasesAsync(cancellationToken))
                await MakeAsync(new Library(graph, options), remissCase, cancellationToken);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 403)
        {
            isRefused = true;
            Log.MayNotWrite(logger);
        }
    }

    private async Task MakeAsync(Library library, RemissCase remissCase, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.CaseFolder(remissCase.Id);
        var row = await ledger.FindAsync<MadeFolders>(LedgerKeys.Share, key, cancellationToken);
        var missing = remissCase.Recipients.Except(row?.Value.Source == library.Source ? row.Value.Recipients : []).ToList();
        if (missing.Count == 0) return;

        await library.MakeAsync("", remissCase.Id, cancellationToken);
        foreach (var recipient in missing) await library.MakeAsync(remissCase.Id, recipient, cancellationToken);

        var made = new MadeFolders(library.Source, remissCase.Recipients);
        var change = ledger.Change(LedgerKeys.Share)
            .Audit(new(time.GetUtcNow(), AuditEntry.System, "folders_made", remissCase.Id, string.Join(", ", missing)));
        if (row is null) change.Insert(key, made);
        else change.Replace(key, row, made);
        await change.CommitAsync(cancellationToken);
    }

    private sealed record MadeFolders(string Source, IReadOnlyList<string> Recipients);

    private sealed class Library(GraphServiceClient graph, ShareOptions options)
    {
        public string Source => $"{options.DriveId}/{options.Folder}";

        public async Task MakeAsync(string below, string name, CancellationToken cancellationToken)
        {
            var path = string.Join('/', new[] { options.Folder, below }.Where(part => part.Length > 0));
            var children = graph.Drives[options.DriveId].Items["root"].Children;
            if (path.Length > 0) children = children.WithUrl($"{graph.RequestAdapter.BaseUrl}/drives/{options.DriveId}/root:/{Escaped(path)}:/children");
            var folder = new DriveItem
            {
                Name = name,
                Folder = new(),
                AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" },
            };
            try
            {
                await children.PostAsync(folder, cancellationToken: cancellationToken);
            }
            catch (ApiException e) when (e.ResponseStatusCode == 409)
            {
                // It is there.
            }
        }

        private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The app may not make folders in the library; the folders of new cases are made by hand")]
        public static partial void MayNotWrite(ILogger logger);
    }
}
