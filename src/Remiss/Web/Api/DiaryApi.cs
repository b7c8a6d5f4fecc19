using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Api;

/// <summary>What the registrar and the auditor take with them.</summary>
internal static class DiaryApi
{
    public static void Map(RouteGroupBuilder readers)
    {
        readers.MapGet("/cases/{id}/diary", RowsAsync).WithSummary("Everything that came in, one row for each arrival.").Produces<IReadOnlyList<DiaryRow>>();
        readers.MapGet("/cases/{id}/diary.csv", CsvAsync).WithSummary("The same as a table, as an attachment.").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        readers.MapGet("/cases/{id}/audit", AuditAsync).WithSummary("The audit log, in order of time.").Produces<IReadOnlyList<AuditEntry>>();
    }

    private static async Task<IResult> RowsAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await ReadAsync(id, snapshots, ledger, cancellationToken) is { } rows ? Results.Json(rows, RemissJson.Options) : ApiProblems.NoCase(id);

    private static async Task<IResult> CsvAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await ReadAsync(id, snapshots, ledger, cancellationToken) is { } rows
            ? Results.Bytes(Diary.Csv(rows), "text/csv; charset=utf-8", $"diarium-{id}.csv")
            : ApiProblems.NoCase(id);

    private static async Task<IResult> AuditAsync(string id, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await ledger.ListAsync<AuditEntry>(id, cancellationToken) is { Count: > 0 } entries
            ? Results.Json(entries, RemissJson.Options)
            : ApiProblems.NoCase(id);

    private static async Task<IReadOnlyList<DiaryRow>?> ReadAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await snapshots.ReadAsync(id, cancellationToken) is { } snapshot
            ? Diary.Of(snapshot.Ledger, await ledger.ReadRegisterAsync(cancellationToken))
            : null;
}
