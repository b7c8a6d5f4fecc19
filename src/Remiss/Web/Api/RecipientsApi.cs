using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Cases;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss.Web.Api;

internal static class RecipientsApi
{
    private const string Address = "/cases/{id}/recipients/{organisation}";

    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/cases/{id}/recipients", ListAsync).WithSummary("The recipients of a case, in its order.").Produces<IReadOnlyList<Recipient>>();
        readers.MapGet(Address, GetAsync).WithSummary("What a recipient owes and has given.").Produces<Recipient>();
        coordinators.MapGet(Address + "/upload-link", LinkAsync).WithSummary("The link that the recipient hands in with. Treat it as a secret.").Produces<UploadLinkBody>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        coordinators.MapPost(Address + "/decision", DecideAsync)
            .WithSummary("grant or refuse more time, pause or resume reminders, remind now, ask for a completion, renew the upload link.").Produces<Recipient>();
    }

    private static async Task<IResult> ListAsync(string id, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id) && await ledger.FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken) is not null
            ? Results.Json((await ledger.ListAsync<Recipient>(id, cancellationToken)).OrderBy(r => r.Order), RemissJson.Options)
            : ApiProblems.NoCase(id);

    private static async Task<IResult> GetAsync(string id, string organisation, RemissLedger ledger, CancellationToken cancellationToken) =>
        await FindAsync(id, organisation, ledger, cancellationToken) is { } recipient ? Results.Json(recipient, RemissJson.Options) : NoRecipient();

    private static async Task<IResult> LinkAsync(
        string id, string organisation, RemissLedger ledger, UploadLinks links, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, organisation, ledger, cancellationToken) is not { } recipient) return NoRecipient();
        return links.For(id, recipient) is { } link
            ? Results.Json(new UploadLinkBody(link), RemissJson.Options)
            : ApiProblems.Refused("Installationen har ingen adress att länka till. Ställ in Notifications__BaseUrl.");
    }

    private static async Task<IResult> DecideAsync(
        string id, string organisation, RecipientDecisionBody body, HttpContext context, RemissLedger ledger, DecisionHandler handler,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, organisation, ledger, cancellationToken) is null) return NoRecipient();
        if (body.ToDecision() is not { } decision) return ApiProblems.Refused("Ange dagen i until för grant, pause och complete.", "until");

        return await handler.HandleAsync(id, organisation, decision, Visitor.Of(context.User).Who, cancellationToken) switch
        {
            DecisionEffect.Changed changed => Results.Json(changed.Recipient, RemissJson.Options),
            DecisionEffect.Refused refused => ApiProblems.Refused(refused.Why, refused.Field),
            var effect => throw new InvalidOperationException($"Unknown effect {effect}."),
        };
    }

    private static async Task<Recipient?> FindAsync(string id, string organisation, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id, organisation)
            ? (await ledger.FindAsync<Recipient>(id, LedgerKeys.Recipient(organisation), cancellationToken))?.Value
            : null;

    private static IResult NoRecipient() => ApiProblems.NotFound(
        "Remissinstansen finns inte i ärendet", "Hämta GET /api/cases/{id}/recipients och använd en organisation därifrån.");
}

public sealed record UploadLinkBody(Uri Link);

/// <param name="Until">For grant, pause and complete.</param>
/// <param name="Text">For complete: what is missing.</param>
public sealed record RecipientDecisionBody(RecipientDecisionWord Kind, DateOnly? Until = null, string? Text = null)
{
    /// <returns>Null when a field is missing.</returns>
    public RecipientDecision? ToDecision() => (Kind, Until) switch
    {
        (RecipientDecisionWord.Refuse, _) => new RecipientDecision.RefuseExtension(),
        (RecipientDecisionWord.Resume, _) => new RecipientDecision.EndPause(),
        (RecipientDecisionWord.Remind, _) => new RecipientDecision.RemindNow(),
        (RecipientDecisionWord.RenewLink, _) => new RecipientDecision.RenewLink(),
        (RecipientDecisionWord.Grant, { } day) => new RecipientDecision.GrantExtension(day),
        (RecipientDecisionWord.Pause, { } day) => new RecipientDecision.Pause(day),
        (RecipientDecisionWord.Complete, { } day) => new RecipientDecision.RequestCompletion(Text ?? "", day),
        _ => null,
    };
}

public enum RecipientDecisionWord
{
    Grant,
    Refuse,
    Pause,
    Resume,
    Remind,
    Complete,
    RenewLink,
}
