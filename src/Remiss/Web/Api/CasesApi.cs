using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Cases;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Web.Pages.Snapshots;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

internal static class CasesApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/cases", ListAsync).WithSummary("The open cases.").Produces<IReadOnlyList<CaseLine>>();
        readers.MapGet("/cases/{id}", StatusAsync).WithSummary("Where a case stands: its recipients, documents and sends.").Produces<CaseStatus>();
        readers.MapGet("/cases/{id}/file", FileAsync).WithSummary("The case as its file has it: docs/schemas/case.schema.json.").Produces<RemissCase>();
        coordinators.MapPut("/cases/{id}", CreateAsync).WithSummary("Registers a case by its file; its recipients are sent the request at the next run.").Produces<RemissCase>();
        coordinators.MapPost("/cases/{id}/decision", DecideAsync)
            .WithSummary("change_deadlines, change_recipient_deadline, add_recipient, withdraw_recipient, change_coordinators, close or reopen.").Produces<RemissCase>();
    }

    private static async Task<IResult> ListAsync(RemissLedger ledger, CancellationToken cancellationToken) => Results.Json(
        (await ledger.ReadOpenCasesAsync(cancellationToken)).Select(c => new CaseLine(c.Id, c.Dnr, c.Title, c.Remitter, c.RecipientDeadline, c.RemitterDeadline)),
        RemissJson.Options);

    private static async Task<IResult> StatusAsync(string id, CaseSnapshots snapshots, CaseStatusReader cases, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await snapshots.ReadAsync(id, cancellationToken) is { } snapshot
            ? Results.Json(await cases.OfAsync(snapshot.Ledger, cancellationToken), RemissJson.Options)
            : ApiProblems.NoCase(id);

    private static async Task<IResult> FileAsync(string id, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await ledger.FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken) is { } row
            ? Results.Text(CaseFile.Write(row.Value), "application/json; charset=utf-8")
            : ApiProblems.NoCase(id);

    private static async Task<IResult> CreateAsync(string id, JsonElement file, HttpContext context, CaseHandler handler, CancellationToken cancellationToken)
    {
        if (file.ValueKind is not JsonValueKind.Object || !file.TryGetProperty("id", out var own) || own.ToString() != id)
            return ApiProblems.Refused($"id: {id} väntades, som i adressen.", "id");
        return Answer(id, await handler.CreateAsync(file.GetRawText(), id, Visitor.Of(context.User).Who, cancellationToken));
    }

    private static async Task<IResult> DecideAsync(
        string id, CaseDecisionBody body, HttpContext context, CaseHandler handler, CancellationToken cancellationToken)
    {
        if (!ApiKeys.AreKeys(id)) return ApiProblems.NoCase(id);
        if (body.ToDecision() is not { } decision) return ApiProblems.Refused("Ange de fält som hör till beslutet.", body.Missing);
        return Answer(id, await handler.HandleAsync(id, decision, Visitor.Of(context.User).Who, body.Reason, cancellationToken));
    }

    private static IResult Answer(string id, CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Done done => Results.Text(CaseFile.Write(done.Case), "application/json; charset=utf-8"),
        CaseOutcome.Refused refused => ApiProblems.Refused(refused.Faults),
        _ => ApiProblems.NoCase(id),
    };
}

public sealed record CaseLine(string Id, string Dnr, string Title, string Remitter, DateOnly RecipientDeadline, DateOnly RemitterDeadline);
