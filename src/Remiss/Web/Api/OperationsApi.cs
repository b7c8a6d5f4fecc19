using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Intake;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

internal static class OperationsApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/operations/failed", FailedAsync).WithSummary("Documents that no step could finish, in all open cases and unassigned.");
        coordinators.MapPost("/operations/sweep", SweepAsync).WithSummary("Takes in whatever lies in the inbox, now.");
        coordinators.MapPost("/cases/{id}/replay", ReplayAsync).WithSummary("Sets off again what failed or stopped half-way.");
    }

    private static async Task<IResult> FailedAsync(RemissLedger ledger, CancellationToken cancellationToken)
    {
        List<FailedDocument> failed = [];
        foreach (var partition in (await ledger.OpenCasesAsync(cancellationToken)).Append(LedgerKeys.Unassigned))
        {
            failed.AddRange((await ledger.ListAsync<Document>(partition, cancellationToken))
                .Where(d => d.State is DocumentState.Failed)
                .Select(d => new FailedDocument(partition, d.Organisation, d.Sha256, d.Path, d.ArrivedAt, d.LastError)));
        }

        return Results.Json(failed, RemissJson.Options);
    }

    private static async Task<IResult> SweepAsync(Reconciliation sweep, CancellationToken cancellationToken) =>
        Results.Json(new SweptBody(await sweep.SweepAsync(cancellationToken)), RemissJson.Options);

    private static async Task<IResult> ReplayAsync(string id, HttpContext context, ReplayHandler handler, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id)
            ? Results.Json(
                new ReplayedBody([.. (await handler.HandleAsync(id, Visitor.Of(context.User).Who, cancellationToken)).Select(d => new DocumentId(id, d.Organisation, d.Sha256))]),
                RemissJson.Options)
            : ApiProblems.NoCase(id);
}

/// <param name="Error">What the last attempt said.</param>
public sealed record FailedDocument(string Case, string Organisation, string Sha256, string File, DateTimeOffset ArrivedAt, string? Error);

/// <param name="Received">How many files were taken out of the inbox.</param>
public sealed record SweptBody(int Received);

public sealed record ReplayedBody(IReadOnlyList<DocumentId> Documents);
