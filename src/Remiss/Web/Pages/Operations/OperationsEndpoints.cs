using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Operations;

/// <summary>What an operator looks at when something has failed.</summary>
internal static class OperationsEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.Operations, ShowAsync).RequireAuthorization(AccessPolicies.Reader);
        var decisions = endpoints.MapGroup(Addresses.Operations).RequireAuthorization(AccessPolicies.Coordinator);
        decisions.MapPost("sok-igenom", SweepAsync);
        decisions.MapPost("kor-om", ReplayAsync);
        decisions.MapPost("utskick", SettleAsync);
    }

    private static async Task<IResult> ShowAsync(OperationsDesk desk, CancellationToken cancellationToken) =>
        PageResult.Show<OperationsPage>(await desk.ReadAsync(cancellationToken));

    private static async Task<IResult> SweepAsync(IFormCollection form, OperationsDesk desk, ReconciliationRun reconciliation, CancellationToken cancellationToken)
    {
        var report = await reconciliation.RunAsync(cancellationToken);
        List<string> faults = [];
        if (report.NotReceived.Count > 0)
            faults.Add($"{Words.Count(report.NotReceived.Count, "fil", "filer")} kunde inte tas emot. De ligger kvar i inkorgen och försöks igen.");
        if (report.Failures.Count > 0)
            faults.Add($"{Words.Count(report.Failures.Count, "sak", "saker")} som blivit halvgjorda kunde inte göras klara. De försöks igen.");
        return faults.Count == 0
            ? PageResult.Done(Addresses.Operations, report.HasDoneSomething ? Notice.Swept : Notice.NothingFound)
            : PageResult.Show<OperationsPage>(await desk.ReadAsync(cancellationToken) with { Faults = faults }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ReplayAsync(IFormCollection form, HttpContext context, ReplayHandler replay, CancellationToken cancellationToken)
    {
        await replay.HandleAsync(form["partition"].ToString(), Visitor.Of(context.User).Who, cancellationToken);
        return PageResult.Done(Addresses.Operations, Notice.Replayed);
    }

    private static async Task<IResult> SettleAsync(
        IFormCollection form, HttpContext context, OperationsDesk desk, RemissLedger ledger, SendOnce sendOnce, CancellationToken cancellationToken)
    {
        var partition = form["partition"].ToString();
        var row = await ledger.FindAsync<Send>(partition, form["nyckel"].ToString(), cancellationToken);
        if (row is not null
            && await sendOnce.SettleByPersonAsync(partition, row.Value, form["kom"] == "ja", Visitor.Of(context.User).Who, cancellationToken))
            return PageResult.Done(Addresses.Operations, Notice.Decided);

        const string Fault = "Någon annan hann före: utskicket är redan avgjort.";
        return PageResult.Show<OperationsPage>(await desk.ReadAsync(cancellationToken) with { Faults = [Fault] }, StatusCodes.Status409Conflict);
    }
}
