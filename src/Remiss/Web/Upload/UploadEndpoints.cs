using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Remiss.Dispatch;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Errors;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>
/// The companies' door. The link is the only proof asked for, so nothing here looks at a login or a cookie.
/// </summary>
internal static class UploadEndpoints
{
    public const string Root = "/upload";
    public const string Token = "token";

    private const string FormatOfDates = "yyyy-MM-dd";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var door = endpoints.MapGroup($"{Root}/{{{Token}}}").AllowAnonymous().AddEndpointFilter(OwnForms.CheckAsync);
        door.MapMethods("", [HttpMethods.Get, HttpMethods.Head], ShowAsync);
        door.MapPost("", ReceiveFormAsync).DisableAntiforgery();
        door.MapPut("/{fileName}", ReceiveFileAsync);
        door.MapGet("/handlingar/{number:int}", DownloadAsync);
        door.MapPost("/anstand", AskForTimeAsync).DisableAntiforgery();
        door.MapPost("/avstar", DeclineAsync).DisableAntiforgery();
        endpoints.Map($"{Root}/{{*rest}}", (HttpContext context, SecurityLog log) => Close(context, log, RefusalReasons.UnknownLink))
            .WithOrder(RemissEndpoints.LastOrder)
            .AllowAnonymous();
    }

    private static Task<IResult> ShowAsync(
        string token, UploadDoor door, ReceivedFiles received, HttpContext context, SecurityLog log, CancellationToken cancellationToken) =>
        BehindDoorAsync(token, door, context, log, visit => PageAsync(visit, received, new(), cancellationToken), cancellationToken);

    private static Task<IResult> ReceiveFormAsync(
        string token, UploadDoor door, UploadHandler handler, ReceivedFiles received, HttpContext context, SecurityLog log,
        CancellationToken cancellationToken) =>
        BehindDoorAsync(token, door, context, log, async visit =>
        {
            if (context.Request.ContentLength > UploadForm.Largest)
            {
                log.Refused(context, RefusalReasons.TooLarge, StatusCodes.Status413PayloadTooLarge);
                return await PageAsync(
                    visit, received,
                    new() { Faults = ["Filerna är större än 200 MB tillsammans. Skicka några åt gången."], Status = StatusCodes.Status413PayloadTooLarge },
                    cancellationToken);
            }

            AllowBody(context, UploadForm.Largest);
            List<UploadReceipt> receipts = [];
            List<UploadOutcome.Refused> refused = [];
            var isForm = await UploadForm.ReadAsync(context.Request, async (file, content, sender) =>
            {
                var outcome = await handler.ReceiveAsync(visit, file, content, null, sender, cancellationToken);
                if (outcome is UploadOutcome.Received { Receipt: var receipt }) receipts.Add(receipt);
                else if (outcome is UploadOutcome.Refused fault) refused.Add(Noted(fault, context, log));
            }, cancellationToken);

            var state = (isForm, receipts.Count, refused.Count) switch
            {
                (false, _, _) => new UploadPageState { Faults = ["Formuläret gick inte att läsa. Ladda om sidan och försök igen."], Status = StatusCodes.Status400BadRequest },
                (_, 0, 0) => new UploadPageState { Faults = ["Välj minst en fil."], Status = StatusCodes.Status400BadRequest },
                _ => new UploadPageState
                {
                    Receipts = receipts,
                    Faults = [.. refused.Select(fault => fault.Text)],
                    Status = refused.Count == 0 ? StatusCodes.Status200OK : refused[0].Status,
                },
            };
            return await PageAsync(visit, received, state, cancellationToken);
        }, cancellationToken);

    private static Task<IResult> ReceiveFileAsync(
        string token, string fileName, UploadDoor door, UploadHandler handler, HttpContext context, SecurityLog log, CancellationToken cancellationToken) =>
        BehindDoorAsync(token, door, context, log, async visit =>
        {
            AllowBody(context, UploadStream.Largest);
            var sender = context.Request.Query[UploadForm.NameField].ToString();
            var outcome = await handler.ReceiveAsync(
                visit, UploadFileName.OfAddress(fileName), context.Request.Body, context.Request.ContentLength, sender, cancellationToken);
            return outcome switch
            {
                UploadOutcome.Received { Receipt: var receipt } => Results.Json(receipt, RemissJson.Options, statusCode: StatusCodes.Status201Created),
                UploadOutcome.Refused refused => Problem(Noted(refused, context, log)),
                _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
            };
        }, cancellationToken);

    private static Task<IResult> DownloadAsync(
        string token, int number, UploadDoor door, BlobContainers containers, HttpContext context, SecurityLog log, CancellationToken cancellationToken) =>
        BehindDoorAsync(token, door, context, log, async visit =>
        {
            if (number < 1 || number > visit.Case.Files.Count || visit.Case.Files[number - 1] is not { Sha256: { } sha256 } file)
                return Refusal.Of(StatusCodes.Status404NotFound, "Filen finns inte", "Gå tillbaka till sidan för remissen och välj en fil där.");

            var content = await containers.Originals.GetBlobClient(sha256).OpenReadAsync(cancellationToken: cancellationToken);
            return Results.Stream(content, RequestFiles.ContentType(file.Name), SingleLine.Of(file.Name));
        }, cancellationToken);

    private static Task<IResult> AskForTimeAsync(
        string token, UploadDoor door, StatementHandler statements, ReceivedFiles received, HttpContext context, SecurityLog log,
        CancellationToken cancellationToken) =>
        BehindDoorAsync(token, door, context, log, async visit =>
        {
            var form = await FieldsAsync(context, cancellationToken);
            DateOnly? until = DateOnly.TryParseExact(form[StatementHandler.UntilField], FormatOfDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
            var outcome = await statements.AskForTimeAsync(visit, until, form[StatementHandler.WhyField], form[UploadForm.NameField], cancellationToken);
            return await PageAsync(outcome, form, visit, door, received, cancellationToken);
        }, cancellationToken);

    private static Task<IResult> DeclineAsync(
        string token, UploadDoor door, StatementHandler statements, ReceivedFiles received, HttpContext context, SecurityLog log,
        CancellationToken cancellationToken) =>
        BehindDoorAsync(token, door, context, log, async visit =>
        {
            var form = await FieldsAsync(context, cancellationToken);
            var outcome = await statements.DeclineAsync(visit, form[StatementHandler.WhyField], form[UploadForm.NameField], cancellationToken);
            return await PageAsync(outcome, form, visit, door, received, cancellationToken);
        }, cancellationToken);

    private static async Task<IResult> BehindDoorAsync(
        string token, UploadDoor door, HttpContext context, SecurityLog log, Func<UploadVisit, Task<IResult>> enter, CancellationToken cancellationToken) =>
        await door.OpenAsync(token, cancellationToken) switch
        {
            UploadEntry.Open open => await enter(open.Visit),
            UploadEntry.Closed closed => Close(context, log, closed.Reason, closed.Visit),
            var entry => throw new InvalidOperationException($"Unknown entry {entry}."),
        };

    private static IResult Close(HttpContext context, SecurityLog log, string reason, UploadVisit? visit = null)
    {
        var closed = ClosedDoor.Of(reason, visit);
        log.Refused(context, reason, closed.Status);
        return ErrorPages.IsForPeople(context.Request)
            ? PageResult.Show<ClosedDoorPage>(closed, closed.Status)
            : Results.Problem(title: closed.Title, detail: $"{closed.What} {closed.Next}", statusCode: closed.Status);
    }

    private static async Task<IResult> PageAsync(
        StatementOutcome outcome, IFormCollection form, UploadVisit visit, UploadDoor door, ReceivedFiles received, CancellationToken cancellationToken)
    {
        if (outcome is StatementOutcome.Faulty { Faults: var faults })
        {
            var atFields = faults.Where(f => f.Field is not null).ToDictionary(f => f.Field!, f => f.Text);
            return await PageAsync(
                visit, received,
                new() { Faults = [.. faults.Select(f => f.Text)], Sent = SentForm.Of(form, atFields), Status = StatusCodes.Status400BadRequest },
                cancellationToken);
        }

        var now = await door.OpenAsync(visit.Token, cancellationToken) is UploadEntry.Open { Visit: var changed } ? changed : visit;
        return await PageAsync(now, received, new() { Receipts = [((StatementOutcome.Recorded)outcome).Receipt] }, cancellationToken);
    }

    private static async Task<IResult> PageAsync(UploadVisit visit, ReceivedFiles received, UploadPageState state, CancellationToken cancellationToken) =>
        PageResult.Show<UploadPage>(
            new Dictionary<string, object?>
            {
                [nameof(UploadPage.Visit)] = visit,
                [nameof(UploadPage.Received)] = await received.ReadAsync(visit, cancellationToken),
                [nameof(UploadPage.State)] = state,
            },
            state.Status);

    private static async Task<IFormCollection> FieldsAsync(HttpContext context, CancellationToken cancellationToken)
    {
        AllowBody(context, 64 * 1024);
        return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
    }

    private static UploadOutcome.Refused Noted(UploadOutcome.Refused refused, HttpContext context, SecurityLog log)
    {
        log.Refused(context, refused.Reason, refused.Status);
        return refused;
    }

    private static IResult Problem(UploadOutcome.Refused refused) => Results.Problem(title: refused.Title, detail: refused.Text, statusCode: refused.Status);

    /// <summary>Some more than the content, so that what is just too large is told in our words and not the server's.</summary>
    private static void AllowBody(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = bytes + (1024 * 1024);
    }
}
