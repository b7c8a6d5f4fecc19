using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Pages.Snapshots;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Recipients;

/// <summary>The page of one recipient in a case, and what a coordinator decides about it.</summary>
internal static class RecipientEndpoints
{
    private const string Recipient = Addresses.Cases + "/{id}/mottagare/{organisation}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Recipient, ShowAsync).RequireAuthorization(AccessPolicies.Reader);
        endpoints.MapPost(Recipient + "/beslut", DecideAsync).RequireAuthorization(AccessPolicies.Coordinator);
    }

    private static async Task<IResult> ShowAsync(
        string id, string organisation, HttpContext context, RecipientDesk desk, RecipientLinks links, CancellationToken cancellationToken) =>
        await desk.ReadAsync(id, organisation, cancellationToken) is { } model ? PageResult.Show<RecipientPage>(links.Add(model, context)) : Missing();

    private static async Task<IResult> DecideAsync(
        string id,
        string organisation,
        IFormCollection form,
        HttpContext context,
        RecipientDesk desk,
        RecipientLinks links,
        DecisionHandler decisions,
        CancellationToken cancellationToken)
    {
        var decision = RecipientForm.Read(form);
        var effect = decision is null ? null : await decisions.HandleAsync(id, organisation, decision, Visitor.Of(context.User).Who, cancellationToken);
        if (await desk.ReadAsync(id, organisation, cancellationToken) is not { } model) return Missing();
        if (effect is DecisionEffect.Changed) return PageResult.Done(model.Address, decision is RecipientDecision.RenewLink ? Notice.LinkRenewed : Notice.Decided);

        var fault = effect is DecisionEffect.Refused refused ? RecipientForm.Of(refused) : RecipientForm.Missing(form);
        return PageResult.Show<RecipientPage>(
            links.Add(model, context) with { Faults = [fault.Text], Sent = SentForm.Of(form, fault.Field, fault.Text) }, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Missing() => Refusal.Of(
        StatusCodes.Status404NotFound, "Remissinstansen finns inte", "Den är inte med i ärendet, eller så finns inte ärendet.");
}

/// <summary>What the page of a recipient is made from.</summary>
public sealed class RecipientDesk(CaseSnapshots snapshots, RemissLedger ledger, IOptions<ReminderSchedule> schedule, TimeProvider time)
{
    public async Task<RecipientModel?> ReadAsync(string caseId, string organisation, CancellationToken cancellationToken)
    {
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var snapshot = await snapshots.ReadAsync(caseId, cancellationToken);
        return snapshot is null ? null : RecipientModel.Of(snapshot, organisation, await register, schedule.Value, time.GetUtcNow());
    }
}
