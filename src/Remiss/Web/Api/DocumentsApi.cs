using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

internal static class DocumentsApi
{
    private const string Address = "/cases/{id}/documents/{organisation}/{sha256}";
    private const string AnyVersion = "*";

    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet(Address, GetAsync).WithSummary("A document, with its labels and what decided them; the ETag is its version.").Produces<Document>();
        readers.MapGet(Address + "/text", TextAsync).WithSummary("The text that was read out of it.").Produces<DocumentText>();
        readers.MapGet(Address + "/original", OriginalAsync).WithSummary("The file as it came in, byte for byte, as an attachment.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        coordinators.MapPost(Address + "/decision", DecideAsync)
            .WithSummary("accept, correct, move, not_an_answer or reopen. With If-Match, only on the version that was seen.").Produces<DocumentId>();
        coordinators.MapPost(Address + "/secrecy", MarkAsync).WithSummary("Keeps the content out of mails and of what is compiled, or releases it.").Produces<DocumentId>();
    }

    private static async Task<IResult> GetAsync(
        string id, string organisation, string sha256, RemissLedger ledger, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, organisation, sha256, ledger, cancellationToken) is not { } row) return ApiProblems.NoDocument();
        response.Headers.ETag = row.ETag.ToString("H");
        return Results.Json(row.Value, RemissJson.Options);
    }

    private static async Task<IResult> TextAsync(
        string id, string organisation, string sha256, RemissLedger ledger, TextStore texts, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, organisation, sha256, ledger, cancellationToken) is null) return ApiProblems.NoDocument();
        try
        {
            return Results.Json((await texts.ReadAsync(sha256, cancellationToken)).Text, RemissJson.Options);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return ApiProblems.NotFound("Handlingen har ingen utläst text", "Hämta originalet i stället.");
        }
    }

    private static async Task<IResult> OriginalAsync(
        string id, string organisation, string sha256, RemissLedger ledger, BlobContainers containers, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, organisation, sha256, ledger, cancellationToken) is not { } row) return ApiProblems.NoDocument();
        try
        {
            var content = await containers.Originals.GetBlobClient(sha256).OpenReadAsync(cancellationToken: cancellationToken);
            return Results.Stream(content, "application/octet-stream", SingleLine.Of(row.Value.FileName));
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return ApiProblems.NotFound("Originalet finns inte kvar", "Se ärendets logg för när och av vem det gallrades.");
        }
    }

    private static async Task<IResult> DecideAsync(
        string id, string organisation, string sha256, DocumentDecisionBody body, HttpContext context, ReviewHandler handler, CancellationToken cancellationToken)
    {
        if (!ApiKeys.AreKeys(id, organisation, sha256)) return ApiProblems.NoDocument();
        if (body.ToDecision() is not { } decision) return ApiProblems.Refused("Ange type för correct, case och organisation för move.", body.Missing);
        var seen = context.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag && tag != AnyVersion ? new ETag(tag) : (ETag?)null;
        var outcome = await handler.HandleAsync(
            new(id, organisation, sha256), decision, Visitor.Of(context.User).Who, body.Reason, cancellationToken, seen);
        return Answer(outcome);
    }

    private static async Task<IResult> MarkAsync(
        string id, string organisation, string sha256, SecrecyBody body, HttpContext context, SecrecyHandler handler, CancellationToken cancellationToken)
    {
        if (!ApiKeys.AreKeys(id, organisation, sha256)) return ApiProblems.NoDocument();
        var (document, who) = (new DocumentId(id, organisation, sha256), Visitor.Of(context.User).Who);
        return Answer(body.IsSecret
            ? await handler.MarkAsync(document, who, body.Reason, cancellationToken)
            : await handler.ReleaseAsync(document, who, body.Reason, cancellationToken));
    }

    private static IResult Answer(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Decided decided => Results.Json(decided.Id, RemissJson.Options),
        ReviewOutcome.NoDocument => ApiProblems.NoDocument(),
        ReviewOutcome.ChangedMeanwhile => ApiProblems.ChangedMeanwhile(),
        ReviewOutcome.Refused refused => ApiProblems.Refused(refused.Why, refused.Field),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private static Task<Stored<Document>?> FindAsync(
        string id, string organisation, string sha256, RemissLedger ledger, CancellationToken cancellationToken) =>
        ApiKeys.AreKeys(id, organisation, sha256)
            ? ledger.FindAsync<Document>(id, LedgerKeys.Document(organisation, sha256), cancellationToken)
            : Task.FromResult<Stored<Document>?>(null);
}

/// <param name="Reason">The ground, such as OSL 31 kap. 16 §.</param>
public sealed record SecrecyBody(bool IsSecret, string Reason);

/// <param name="Kind">What is decided.</param>
/// <param name="Type">For correct.</param>
/// <param name="Stance">For correct.</param>
/// <param name="RequestedDeadline">For correct, when the type is anstand.</param>
/// <param name="Passages">For correct; left out, the program's stay.</param>
/// <param name="Case">For move, and for correct when the document belongs elsewhere.</param>
/// <param name="Organisation">As <paramref name="Case"/>.</param>
public sealed record DocumentDecisionBody(
    DocumentDecisionWord Kind,
    string? Reason = null,
    DocumentType? Type = null,
    Stance? Stance = null,
    DateOnly? RequestedDeadline = null,
    IReadOnlyList<ChosenPassage>? Passages = null,
    string? Case = null,
    string? Organisation = null)
{
    /// <summary>The first field that the decision lacks.</summary>
    internal string? Missing => Kind switch
    {
        DocumentDecisionWord.Correct when Type is null => "type",
        DocumentDecisionWord.Move when Case is null => "case",
        DocumentDecisionWord.Move when Organisation is null => "organisation",
        _ => null,
    };

    private DocumentPlace? Place => Case is not null && Organisation is not null ? new(Case, Organisation) : null;

    /// <returns>Null when a field is missing.</returns>
    public ReviewDecision? ToDecision() => Kind switch
    {
        DocumentDecisionWord.Accept => new ReviewDecision.Accept(),
        DocumentDecisionWord.NotAnAnswer => new ReviewDecision.NotAnAnswer(),
        DocumentDecisionWord.Reopen => new ReviewDecision.Reopen(),
        DocumentDecisionWord.Move when Place is { } place => new ReviewDecision.Move(place),
        DocumentDecisionWord.Correct when Type is { } type => new ReviewDecision.Correct(
            type, Stance ?? Intake.Classification.Stance.Oklart, Passages, RequestedDeadline, Place),
        _ => null,
    };
}

public enum DocumentDecisionWord
{
    Accept,
    Correct,
    Move,
    NotAnAnswer,
    Reopen,
}
