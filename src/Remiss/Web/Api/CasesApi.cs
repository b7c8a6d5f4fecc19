using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Cases;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Web.Api;

internal static class CasesApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/cases", ListAsync).WithSummary("The open cases.");
        readers.MapGet("/cases/{id}", StatusAsync).WithSummary("Where a case stands: its recipients, documents and sends.");
        readers.MapGet("/cases/{id}/file", FileAsync).WithSummary("The case as its file has it: docs/schemas/case.schema.json.");
    }

    private static async Task<IResult> ListAsync(RemissLedger ledger, CancellationToken cancellationToken) => Results.Json(
        (await ledger.ReadOpenCasesAsync(cancellationToken)).Select(c => new CaseLine(c.Id, c.Dnr, c.Title, c.Remitter, c.RecipientDeadline, c.RemitterDeadline)),
        RemissJson.Options);

    private static async Task<IResult> StatusAsync(string id, CaseStatusReader cases, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await cases.ReadAsync(id, cancellationToken) is { } status ? Results.Json(status, RemissJson.Options) : ApiProblems.NoCase(id);

    private static async Task<IResult> FileAsync(string id, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await ledger.FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken) is { } row
            ? Results.Json(row.Value, RemissJson.Options)
            : ApiProblems.NoCase(id);
}

public sealed record CaseLine(string Id, string Dnr, string Title, string Remitter, DateOnly RecipientDeadline, DateOnly RemitterDeadline);
