using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

internal static class OperationsApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/operations/failed", FailedAsync).WithSummary("Documents that no step could finish, in all open cases and unassigned.").Produces<IReadOnlyList<FailedDocument>>();
        readers.MapGet("/operations/unknown-sends", UnknownAsync).WithSummary("Sends that may or may not have left.").Produces<IReadOnlyList<UnknownSend>>();
        coordinators.MapPost("/operations/unknown-sends", SettleAsync)
            .WithSummary("What a person has found out about one of them. Not arrived: it is sent again, if its time has not gone by.").Produces(StatusCodes.Status204NoContent);
        coordinators.MapPost("/operations/sweep", SweepAsync).WithSummary("Takes in whatever lies in the inbox, now.").Produces<SweepReport>();
        coordinators.MapPost("/cases/{id}/replay", ReplayAsync).WithSummary("Sets off again what failed or stopped half-way.").Produces<ReplayedBody>();
    }

    private static async Task<IResult> FailedAsync(RemissLedger ledger, CancellationToken cancellationToken)
    {
        List<FailedDocument> failed = [];
        foreach (var partition in (await ledger.OpenCasesAsync(cancellationToken)).Append(LedgerKeys.Unassigned))
        {
            failed.AddRange((await ledger.FindInStateAsync<Document, DocumentState>(partition, [DocumentState.Failed], cancellationToken))
                .Select(row => row.Value)
                .Select(d => new FailedDocument(partition, d.Organisation, d.Sha256, d.Path, d.ArrivedAt, d.LastError)));
        }

        return Results.Json(failed, RemissJson.Options);
    }

    private static async Task<IResult> UnknownAsync(UnknownSends sends, CancellationToken cancellationToken) =>
        Results.Json(await sends.ListAsync(cancellationToken), RemissJson.Options);

    private static async Task<IResult> SettleAsync(SettledBody body, HttpContext context, UnknownSends sends, CancellationToken cancellationToken) =>
        await sends.SettleAsync(body.Partition, body.Key, body.Arrived, Visitor.Of(context.User).Who, cancellationToken)
            ? Results.NoContent()
            : ApiProblems.NotFound("Det finns inget okänt utskick med den nyckeln", "Hämta GET /api/operations/unknown-sends och använd partition och key därifrån.");

    private static async Task<IResult> SweepAsync(ReconciliationRun sweep, CancellationToken cancellationToken) =>
        Results.Json(await sweep.RunAsync(cancellationToken), RemissJson.Options);

    private static async Task<IResult> ReplayAsync(string id, HttpContext context, ReplayHandler handler, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id)
            ? Results.Json(
                new ReplayedBody([.. (await handler.HandleAsync(id, Visitor.Of(context.User).Who, cancellationToken)).Select(d => new DocumentId(id, d.Organisation, d.Sha256))]),
                RemissJson.Options)
            : ApiProblems.NoCase(id);
}

/// <param name="Error">What the last attempt said.</param>
public sealed record FailedDocument(string Case, string Organisation, string Sha256, string File, DateTimeOffset ArrivedAt, string? Error);

/// <param name="Partition">As the list gives it.</param>
/// <param name="Key">As the list gives it.</param>
public sealed record SettledBody(string Partition, string Key, bool Arrived);

public sealed record ReplayedBody(IReadOnlyList<DocumentId> Documents);
