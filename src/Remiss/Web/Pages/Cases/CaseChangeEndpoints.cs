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
        cases.MapGet("nytt", async (HttpContext context, RemissLedger ledger, CancellationToken cancellationToken) =>
            await NewAsync(NewCaseForm.For(Visitor.Of(context.User)), ledger, [], null, cancellationToken));
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
            : await NewAsync(input, ledger, [.. FaultsOf(outcome).Select(CaseFaults.InForm)], form, cancellationToken);
    }

    private static async Task<IResult> ImportAsync(
        IFormCollection form, HttpContext context, CaseHandler handler, RemissLedger ledger, CancellationToken cancellationToken)
    {
        var empty = NewCaseForm.For(Visitor.Of(context.User));
        if (await TextOfAsync(form, cancellationToken) is not { } file) return await NewAsync(empty, ledger, [new("Välj en fil.")], null, cancellationToken);
        var outcome = await handler.CreateAsync(file.Text, file.Name, Visitor.Of(context.User).Who, cancellationToken);
        return outcome is CaseOutcome.Done done
            ? PageResult.Done(Addresses.Case(done.Case.Id), Notice.Created)
            : await NewAsync(empty, ledger, InFile(file.Name, FaultsOf(outcome)), null, cancellationToken);
    }

    private static async Task<IResult> ImportRegisterAsync(
        IFormCollection form, HttpContext context, RegisterHandler handler, RemissLedger ledger, CancellationToken cancellationToken)
    {
        var empty = NewCaseForm.For(Visitor.Of(context.User));
        if (await TextOfAsync(form, cancellationToken) is not { } file) return await NewAsync(empty, ledger, [new("Välj en fil.")], null, cancellationToken);
        try
        {
            await handler.ImportAsync(file.Text, file.Name, Visitor.Of(context.User).Who, cancellationToken);
            return PageResult.Done(Addresses.Cases + "/nytt", Notice.RegisterSaved);
        }
        catch (InvalidFileException e)
        {
            return await NewAsync(empty, ledger, InFile(file.Name, e.Errors), null, cancellationToken);
        }
    }

    private static async Task<IResult> ShowAsync(string id, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken) =>
        await snapshots.ReadAsync(id, cancellationToken) is { } snapshot ? await RenderAsync(snapshot, ledger, [], null, cancellationToken) : CaseEndpoints.Missing(id);

    private static async Task<IResult> ChangeAsync(
        string id, IFormCollection form, HttpContext context, CaseHandler handler, CaseSnapshots snapshots, RemissLedger ledger, CancellationToken cancellationToken)
    {
        var outcome = CaseForm.Read(form) is { } decision
            ? await handler.HandleAsync(id, decision, Visitor.Of(context.User).Who, form["skal"].ToString(), cancellationToken)
            : null;
        if (outcome is CaseOutcome.Done) return PageResult.Done(Addresses.Case(id) + CaseMenu.Change, Notice.Saved);
        IReadOnlyList<int> rows = [.. CaseForm.People(form).Select(p => p.Row)];
        IReadOnlyList<FormFault> faults = outcome is null ? [CaseForm.Missing(form)] : [.. FaultsOf(outcome).Select(fault => CaseFaults.InForm(fault, rows))];
        return await snapshots.ReadAsync(id, cancellationToken) is { } snapshot
            ? await RenderAsync(snapshot, ledger, faults, form, cancellationToken)
            : CaseEndpoints.Missing(id);
    }

    /// <param name="form">What was sent and has faults at its fields; null when nothing was typed.</param>
    private static async Task<IResult> NewAsync(
        NewCaseForm input, RemissLedger ledger, IReadOnlyList<FormFault> faults, IFormCollection? form, CancellationToken cancellationToken) =>
        PageResult.Show<NewCasePage>(
            new Dictionary<string, object?>
            {
                [nameof(NewCasePage.Input)] = input,
                [nameof(NewCasePage.Organisations)] =
                    (await ledger.ReadRegisterAsync(cancellationToken)).Organisations.OrderBy(o => o.DisplayName, Words.Alphabet).ToList(),
                [nameof(NewCasePage.Faults)] = OnTop(faults),
                [nameof(NewCasePage.Sent)] = SentOf(form, faults),
            },
            Status(faults));

    private static async Task<IResult> RenderAsync(
        CaseSnapshot snapshot, RemissLedger ledger, IReadOnlyList<FormFault> faults, IFormCollection? form, CancellationToken cancellationToken) =>
        PageResult.Show<ChangeCasePage>(
            new Dictionary<string, object?>
            {
                [nameof(ChangeCasePage.Ledger)] = snapshot.Ledger,
                [nameof(ChangeCasePage.Register)] = await ledger.ReadRegisterAsync(cancellationToken),
                [nameof(ChangeCasePage.Faults)] = OnTop(faults),
                [nameof(ChangeCasePage.Sent)] = SentOf(form, faults),
            },
            Status(faults));

    /// <summary>What is wrong at a field says there what it is about; on top it is said once.</summary>
    private static IReadOnlyList<string> OnTop(IReadOnlyList<FormFault> faults) =>
        faults.Count(f => f.Field is not null) <= 1
            ? [.. faults.Select(f => f.Text)]
            : [.. faults.Where(f => f.Field is null).Select(f => f.Text), $"{faults.Count(f => f.Field is not null)} fält behöver rättas. Felet står vid fältet."];

    private static SentForm? SentOf(IFormCollection? form, IReadOnlyList<FormFault> faults) => form is null
        ? null
        : SentForm.Of(form, faults.Where(f => f.Field is not null).GroupBy(f => f.Field!).ToDictionary(g => g.Key, g => string.Join(" ", g.Select(f => f.Text).Distinct())));

    private static IReadOnlyList<FormFault> InFile(string name, IReadOnlyList<string> faults) => [.. faults.Select(f => new FormFault($"{name}, {f}"))];

    private static int Status(IReadOnlyList<FormFault> faults) => faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    private static async Task<(string Text, string Name)?> TextOfAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("fil") is not { Length: > 0 } file) return null;
        using var reader = new StreamReader(file.OpenReadStream());
        return (await reader.ReadToEndAsync(cancellationToken), Notifications.SingleLine.Of(file.FileName, 100));
    }

    private static IReadOnlyList<string> FaultsOf(CaseOutcome outcome) =>
        outcome is CaseOutcome.Refused refused ? refused.Faults : ["Ärendet finns inte."];
}
