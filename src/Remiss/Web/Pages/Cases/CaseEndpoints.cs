using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Storage;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Pages.Snapshots;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Cases;

/// <summary>The list of cases, and the page of each.</summary>
internal static class CaseEndpoints
{
    private const int LinesOnPage = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var cases = endpoints.MapGroup(Addresses.Cases).RequireAuthorization(AccessPolicies.Reader);
        cases.MapGet("", ListAsync);
        cases.MapGet("avslutade", ListClosedAsync);
        cases.MapGet("{id}", ShowAsync);
        cases.MapGet("{id}/lage", FollowAsync);
        cases.MapGet("{id}/handelser", LogAsync);
    }

    internal static string ETagOf(CaseModel model) => $"\"{model.Version}-{model.Today.DayNumber}\"";

    private static async Task<IResult> ListAsync(string? sok, string? mina, int? sida, HttpContext context, CaseDesk desk, CancellationToken cancellationToken)
    {
        var search = CaseSearch.Of(sok, mina is null ? null : Visitor.Of(context.User).Account);
        return PageResult.Show<CaseListPage>(await desk.ListAsync(search, sida ?? 1, cancellationToken));
    }

    private static async Task<IResult> ListClosedAsync(RemissLedger ledger, CancellationToken cancellationToken) =>
        PageResult.Show<ClosedCasesPage>(new Dictionary<string, object?> { [nameof(ClosedCasesPage.Cases)] = await ClosedCase.AllAsync(ledger, cancellationToken) });

    private static async Task<IResult> ShowAsync(
        string id, string? lage, string? stallning, string? sok, CaseDesk desk, CancellationToken cancellationToken) =>
        await desk.ReadAsync(id, CaseFilter.Of(lage, stallning, sok), cancellationToken) is { } model
            ? PageResult.Show<CasePage>(model)
            : Missing(id);

    /// <summary>The part of the page that changes, for a page that is open already.</summary>
    private static async Task<IResult> FollowAsync(
        string id, string? lage, string? stallning, string? sok, HttpContext context, CaseDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(id, CaseFilter.Of(lage, stallning, sok), cancellationToken) is not { } model) return Results.NotFound();
        var tag = ETagOf(model);
        if (context.Request.Headers.IfNoneMatch == tag) return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.Headers.ETag = tag;
        return PageResult.Show<CaseBody>(model);
    }

    private static async Task<IResult> LogAsync(string id, int? sida, CaseSnapshots snapshots, RemissLedger ledger, TimeProvider time, CancellationToken cancellationToken)
    {
        var register = ledger.ReadRegisterAsync(cancellationToken);
        if (await snapshots.ReadAsync(id, cancellationToken) is not { } snapshot) return Missing(id);
        var lines = CaseLog.Of(snapshot, await register, time.GetUtcNow()).Lines;
        var pages = Math.Max(1, (lines.Count + LinesOnPage - 1) / LinesOnPage);
        var number = Math.Clamp(sida ?? 1, 1, pages);
        return PageResult.Show<LogPage>(new Dictionary<string, object?>
        {
            [nameof(LogPage.Case)] = snapshot.Ledger.Case,
            [nameof(LogPage.Lines)] = lines.Skip((number - 1) * LinesOnPage).Take(LinesOnPage).ToList(),
            [nameof(LogPage.Total)] = lines.Count,
            [nameof(LogPage.Number)] = number,
            [nameof(LogPage.Pages)] = pages,
        });
    }

    internal static IResult Missing(string id) => Refusal.Of(
        StatusCodes.Status404NotFound, "Ärendet finns inte", $"Det finns inget ärende {Notifications.SingleLine.Of(id, 60)}. Välj ett i listan över ärenden.");
}
