using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Disposal;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Pages.Snapshots;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Diary;

/// <summary>What the registrar takes out of a case, and its disposal.</summary>
internal static class DiaryEndpoints
{
    private const string Diary = Addresses.Cases + "/{id}/diarium";
    private const int RowsOnPage = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var readers = endpoints.MapGroup("").RequireAuthorization(AccessPolicies.Reader);
        readers.MapGet(Diary, ShowAsync);
        readers.MapGet(Diary + ".csv", CsvAsync);
        readers.MapGet(Diary + ".json", JsonAsync);
        endpoints.MapPost(Diary + "/gallra", DisposeAsync).RequireAuthorization(AccessPolicies.Coordinator);
    }

    private static async Task<IResult> ShowAsync(string id, int? sida, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await snapshots.ReadAsync(id, cancellationToken) is { } snapshot
            ? await RenderAsync(snapshot, sida ?? 1, ledger, null, null, cancellationToken)
            : CaseEndpoints.Missing(id);

    private static async Task<IResult> CsvAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await RowsAsync(id, snapshots, ledger, cancellationToken) is { } rows
            ? Results.File(Reports.Diary.Csv(rows), "text/csv; charset=utf-8", $"diarium-{id}.csv")
            : CaseEndpoints.Missing(id);

    private static async Task<IResult> JsonAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await RowsAsync(id, snapshots, ledger, cancellationToken) is { } rows
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(rows, RemissJson.Indented), "application/json", $"diarium-{id}.json")
            : CaseEndpoints.Missing(id);

    private static async Task<IReadOnlyList<DiaryRow>?> RowsAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await snapshots.ReadAsync(id, cancellationToken) is { } snapshot
            ? CaseDiary.Of(snapshot, await ledger.ReadRegisterAsync(cancellationToken)).Rows
            : null;

    private static async Task<IResult> DisposeAsync(
        string id, IFormCollection form, HttpContext context, DisposalHandler disposal, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken)
    {
        var order = new DisposalOrder(form["vem"].ToString(), form["grund"].ToString(), form["vad"].ToString());
        var outcome = form["saker"] == "ja"
            ? await disposal.DisposeAsync(id, order, Visitor.Of(context.User).Who, cancellationToken)
            : new DisposalOutcome.Refused("Kryssa för att du vet att gallringen inte går att ångra.");
        if (outcome is DisposalOutcome.Done) return PageResult.Done(Addresses.Diary(id), Notice.Disposed);
        if (await snapshots.ReadAsync(id, cancellationToken) is not { } snapshot) return CaseEndpoints.Missing(id);
        var empty = ((string[])["vem", "grund", "vad"]).FirstOrDefault(field => string.IsNullOrWhiteSpace(form[field]));
        var fault = new FormFault(outcome is DisposalOutcome.Refused refused ? refused.Why : "Ärendet finns inte.", form["saker"] == "ja" ? empty : "saker");
        return await RenderAsync(snapshot, 1, ledger, fault, form, cancellationToken);
    }

    private static async Task<IResult> RenderAsync(
        CaseSnapshot snapshot, int page, RemissLedger ledger, FormFault? fault, IFormCollection? form, CancellationToken cancellationToken)
    {
        var rows = CaseDiary.Of(snapshot, await ledger.ReadRegisterAsync(cancellationToken)).Rows;
        var pages = Math.Max(1, (rows.Count + RowsOnPage - 1) / RowsOnPage);
        var number = Math.Clamp(page, 1, pages);
        return PageResult.Show<DiaryPage>(
            new Dictionary<string, object?>
            {
                [nameof(DiaryPage.Ledger)] = snapshot.Ledger,
                [nameof(DiaryPage.Rows)] = rows.Skip((number - 1) * RowsOnPage).Take(RowsOnPage).ToList(),
                [nameof(DiaryPage.Total)] = rows.Count,
                [nameof(DiaryPage.Number)] = number,
                [nameof(DiaryPage.Pages)] = pages,
                [nameof(DiaryPage.Faults)] = fault is null ? [] : (string[])[fault.Text],
                [nameof(DiaryPage.Sent)] = form is null || fault is null ? null : SentForm.Of(form, fault.Field, fault.Text),
            },
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
