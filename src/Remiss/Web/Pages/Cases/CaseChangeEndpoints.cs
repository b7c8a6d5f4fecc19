using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Cases;
using Remiss.Storage;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Pages.Snapshots;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Cases;

/// <summary>Creating a case, changing it, and taking it in and out as a file.</summary>
internal static class CaseChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.Cases + "/{id}/arende.json", ExportAsync).RequireAuthorization(AccessPolicies.Reader);
        var cases = endpoints.MapGroup(Addresses.Cases).RequireAuthorization(AccessPolicies.Coordinator);
        cases.MapGet("nytt", async (RemissLedger ledger, CancellationToken cancellationToken) => await NewAsync(new(), ledger, [], cancellationToken));
        cases.MapPost("nytt", CreateAsync);
        cases.MapPost("importera", ImportAsync);
        cases.MapPost("register", ImportRegisterAsync);
        cases.MapGet("{id}/andra", ShowAsync);
        cases.MapPost("{id}/andra", ChangeAsync);
    }

    private static async Task<IResult> ExportAsync(string id, RemissLedger ledger, CancellationToken cancellationToken) =>
        await ledger.FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken) is { } row
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(CaseFile.Write(row.Value)), "application/json", $"{id}.json")
            : CaseEndpoints.Missing(id);

    private static async Task<IResult> CreateAsync(
        IFormCollection form, HttpContext context, CaseHandler handler, RemissLedger ledger, CancellationToken cancellationToken)
    {
        var input = NewCaseForm.Read(form);
        var outcome = await handler.CreateAsync(input.ToFile(), "Formuläret", Visitor.Of(context.User).Who, cancellationToken);
        return outcome is CaseOutcome.Done done
            ? PageResult.Done(Addresses.Case(done.Case.Id), Notice.Created)
            : await NewAsync(input, ledger, FaultsOf(outcome), cancellationToken);
    }

    private static async Task<IResult> ImportAsync(
        IFormCollection form, HttpContext context, CaseHandler handler, RemissLedger ledger, CancellationToken cancellationToken)
    {
        if (await TextOfAsync(form, cancellationToken) is not { } file) return await NewAsync(new(), ledger, ["Välj en fil."], cancellationToken);
        var outcome = await handler.CreateAsync(file.Text, file.Name, Visitor.Of(context.User).Who, cancellationToken);
        return outcome is CaseOutcome.Done done
            ? PageResult.Done(Addresses.Case(done.Case.Id), Notice.Created)
            : await NewAsync(new(), ledger, FaultsOf(outcome), cancellationToken);
    }

    private static async Task<IResult> ImportRegisterAsync(
        IFormCollection form, HttpContext context, RegisterHandler handler, RemissLedger ledger, CancellationToken cancellationToken)
    {
        if (await TextOfAsync(form, cancellationToken) is not { } file) return await NewAsync(new(), ledger, ["Välj en fil."], cancellationToken);
        try
        {
            await handler.ImportAsync(file.Text, file.Name, Visitor.Of(context.User).Who, cancellationToken);
            return PageResult.Done(Addresses.Cases + "/nytt", Notice.Saved);
        }
        catch (InvalidFileException e)
        {
            return await NewAsync(new(), ledger, e.Errors, cancellationToken);
        }
    }

    private static async Task<IResult> ShowAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await snapshots.ReadAsync(id, cancellationToken) is { } snapshot ? await RenderAsync(snapshot, ledger, [], cancellationToken) : CaseEndpoints.Missing(id);

    private static async Task<IResult> ChangeAsync(
        string id, IFormCollection form, HttpContext context, CaseHandler handler, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken)
    {
        var outcome = CaseForm.Read(form) is { } decision
            ? await handler.HandleAsync(id, decision, Visitor.Of(context.User).Who, form["skal"].ToString(), cancellationToken)
            : new CaseOutcome.Refused(["Fyll i alla fält och skicka igen."]);
        if (outcome is CaseOutcome.Done) return PageResult.Done(Addresses.Case(id) + CaseMenu.Change, Notice.Saved);
        return await snapshots.ReadAsync(id, cancellationToken) is { } snapshot
            ? await RenderAsync(snapshot, ledger, FaultsOf(outcome), cancellationToken)
            : CaseEndpoints.Missing(id);
    }

    private static async Task<IResult> NewAsync(NewCaseForm input, RemissLedger ledger, IReadOnlyList<string> faults, CancellationToken cancellationToken) =>
        PageResult.Show<NewCasePage>(
            new Dictionary<string, object?>
            {
                [nameof(NewCasePage.Input)] = input,
                [nameof(NewCasePage.Organisations)] =
                    (await ledger.ReadRegisterAsync(cancellationToken)).Organisations.OrderBy(o => o.DisplayName, StringComparer.CurrentCulture).ToList(),
                [nameof(NewCasePage.Faults)] = faults,
            },
            Status(faults));

    private static async Task<IResult> RenderAsync(CaseSnapshot snapshot, RemissLedger ledger, IReadOnlyList<string> faults, CancellationToken cancellationToken) =>
        PageResult.Show<ChangeCasePage>(
            new Dictionary<string, object?>
            {
                [nameof(ChangeCasePage.Ledger)] = snapshot.Ledger,
                [nameof(ChangeCasePage.Register)] = await ledger.ReadRegisterAsync(cancellationToken),
                [nameof(ChangeCasePage.Faults)] = faults,
            },
            Status(faults));

    private static int Status(IReadOnlyList<string> faults) => faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    private static async Task<(string Text, string Name)?> TextOfAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("fil") is not { Length: > 0 } file) return null;
        using var reader = new StreamReader(file.OpenReadStream());
        return (await reader.ReadToEndAsync(cancellationToken), Notifications.SingleLine.Of(file.FileName, 100));
    }

    private static IReadOnlyList<string> FaultsOf(CaseOutcome outcome) =>
        outcome is CaseOutcome.Refused refused ? refused.Faults : ["Ärendet finns inte."];
}
