using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Review;

/// <summary>The queue of what waits for a person, and the page of each document.</summary>
internal static class ReviewEndpoints
{
    private const string Document = "/handling/{partition}/{organisation}/{sha256:length(64)}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var readers = endpoints.MapGroup("").RequireAuthorization(AccessPolicies.Reader);
        readers.MapGet(Addresses.Review, QueueAsync);
        readers.MapGet(Document, ShowAsync);
        readers.MapGet(Document + "/original", OriginalAsync);
        readers.MapGet(Document + "/sida/{number:int:min(1)}.png", PictureAsync);
        endpoints.MapPost(Document + "/beslut", DecideAsync).RequireAuthorization(AccessPolicies.Coordinator);
    }

    private static async Task<IResult> QueueAsync(string? arende, ReviewDesk desk, CancellationToken cancellationToken)
    {
        var queue = await desk.QueueAsync(cancellationToken);
        var items = queue.Items.Where(i => arende is null || i.Case?.Id == arende).ToList();
        return PageResult.Show<QueuePage>(new Dictionary<string, object?>
        {
            [nameof(QueuePage.Items)] = items,
            [nameof(QueuePage.CaseDnr)] = arende is null ? null : items.FirstOrDefault()?.Case?.Dnr ?? SingleLine.Of(arende, 60),
        });
    }

    private static async Task<IResult> ShowAsync(
        string partition, string organisation, string sha256, ReviewDesk desk, CancellationToken cancellationToken) =>
        await desk.ReadAsync(new(partition, organisation, sha256), cancellationToken) is { } model ? PageResult.Show<DocumentPage>(model) : Missing();

    /// <summary>Byte for byte as it came in; the browser saves it and never shows it.</summary>
    private static async Task<IResult> OriginalAsync(
        string partition, string organisation, string sha256, RemissLedger ledger, BlobContainers containers, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<Document>(partition, LedgerKeys.Document(organisation, sha256), cancellationToken) is not { } row) return Missing();
        try
        {
            var content = await containers.Originals.GetBlobClient(sha256).OpenReadAsync(cancellationToken: cancellationToken);
            return Results.Stream(content, "application/octet-stream", SingleLine.Of(row.Value.FileName, 150));
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return Refusal.Of(StatusCodes.Status404NotFound, "Originalet finns inte kvar", "Innehållet har gallrats, eller ligger i karantän.");
        }
    }

    /// <summary>A page as a picture that was drawn in the sandbox.</summary>
    private static async Task<IResult> PictureAsync(
        string partition, string organisation, string sha256, int number, RemissLedger ledger, PagePictures pictures, CancellationToken cancellationToken) =>
        await ledger.FindAsync<Document>(partition, LedgerKeys.Document(organisation, sha256), cancellationToken) is { } row
        && pictures.CanShow(row.Value)
        && await pictures.FindAsync(sha256, number, cancellationToken) is { } picture
            ? Results.Bytes(picture.ToArray(), "image/png")
            : Missing();

    private static async Task<IResult> DecideAsync(
        string partition,
        string organisation,
        string sha256,
        IFormCollection form,
        HttpContext context,
        ReviewDesk desk,
        ReviewHandler review,
        DecisionHandler decisions,
        SecrecyHandler secrecy,
        CancellationToken cancellationToken)
    {
        var id = new DocumentId(partition, organisation, sha256);
        if (await desk.ReadAsync(id, cancellationToken) is not { } before) return Missing();

        var who = Visitor.Of(context.User).Who;
        var fault = form[SentForm.Which].ToString() switch
        {
            ReviewForm.Grant when FormDate.Read(form["till"]) is { } until =>
                FaultOf(await decisions.HandleAsync(partition, organisation, new RecipientDecision.GrantExtension(until), who, cancellationToken)),
            ReviewForm.Refuse => FaultOf(await decisions.HandleAsync(partition, organisation, new RecipientDecision.RefuseExtension(), who, cancellationToken)),
            ReviewForm.Hide => FaultOf(await secrecy.MarkAsync(id, who, form["skal"].ToString(), cancellationToken)),
            ReviewForm.Release => FaultOf(await secrecy.ReleaseAsync(id, who, form["skal"].ToString(), cancellationToken)),
            _ => ReviewForm.Read(form) is { } decision
                ? FaultOf(await review.HandleAsync(id, decision, who, form["skal"].ToString() is { Length: > 0 } why ? why : null, cancellationToken, SeenIn(form)))
                : ReviewForm.Missing(form),
        };
        if (fault is not null)
        {
            var now = await desk.ReadAsync(id, cancellationToken) ?? before;
            return PageResult.Show<DocumentPage>(
                now with { Faults = [fault.Text], Sent = SentForm.Of(form, fault.Field, fault.Text) }, StatusCodes.Status422UnprocessableEntity);
        }

        return before.Place == 0 || form[SentForm.Which].ToString() is ReviewForm.Hide or ReviewForm.Release
            ? PageResult.Done(before.Address, Notice.Decided)
            : PageResult.Done(before.Next ?? before.Previous ?? Addresses.Review, before.Next is null ? Notice.Decided : Notice.DecidedNext);
    }

    private static ETag? SeenIn(IFormCollection form) => form["sedd"].ToString() is { Length: > 0 } seen ? new ETag(seen) : null;

    private static FormFault? FaultOf(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Decided => null,
        ReviewOutcome.Refused refused => new(refused.Why, ReviewForm.FieldOf(refused.Field)),
        ReviewOutcome.ChangedMeanwhile => new("Handlingen har ändrats sedan du öppnade sidan. Nu visas den som den är. Ta ställning igen."),
        _ => new("Handlingen finns inte längre här."),
    };

    private static FormFault? FaultOf(DecisionEffect effect) =>
        effect is DecisionEffect.Refused refused ? new(refused.Why, ReviewForm.FieldOf(refused.Field)) : null;

    private static IResult Missing() => Refusal.Of(
        StatusCodes.Status404NotFound, "Handlingen finns inte", "Den kan ha flyttats. Sök upp den från ärendet eller granskningen.");
}
