using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Docx;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

internal static class ReportApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators, RouteGroupBuilder approvers)
    {
        readers.MapGet("/cases/{id}/report", DownloadAsync).WithSummary("The newest draft, as a Word document.").Produces(StatusCodes.Status200OK, contentType: CompileHandler.WordDocument);
        coordinators.MapPost("/cases/{id}/report", CompileAsync).WithSummary("Makes the draft from what the ledger knows now.").Produces<CompiledBody>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        readers.MapGet("/cases/{id}/report/choices", ChoicesAsync).WithSummary("What has been chosen and written for the report.").Produces<ReportChoices>();
        coordinators.MapPut("/cases/{id}/report/choices", SetChoicesAsync).WithSummary("docs/schemas/choices.schema.json").Produces(StatusCodes.Status204NoContent);
        approvers.MapPost("/cases/{id}/report/attestation", AttestAsync).WithSummary("Approves the draft as it is compiled now, in the name of who is logged in.").Produces<Attestation>();
    }

    private static async Task<IResult> DownloadAsync(string id, BlobContainers containers, CancellationToken cancellationToken)
    {
        if (!ApiKeys.AreKeys(id)) return ApiProblems.NoCase(id);
        try
        {
            var content = await containers.Compiled.GetBlobClient($"{id}/{CompileHandler.ReportName}").OpenReadAsync(cancellationToken: cancellationToken);
            return Results.Stream(content, CompileHandler.WordDocument, $"tjansteutlatande-{id}.docx");
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return ApiProblems.NotFound("Det finns inget utkast", "Gör ett med POST /api/cases/{id}/report.");
        }
    }

    private static async Task<IResult> CompileAsync(string id, CompileHandler handler, CancellationToken cancellationToken)
    {
        try
        {
            return ApiKeys.AreKeys(id) && await handler.CompileAsync(id, null, cancellationToken) is { } report
                ? Results.Json(new CompiledBody(id, report.Sha256, $"{ApiEndpoints.Root}/cases/{id}/report"), RemissJson.Options)
                : ApiProblems.NoCase(id);
        }
        catch (InvalidTemplateException e)
        {
            return ApiProblems.Refused(e.Message);
        }
    }

    private static async Task<IResult> ChoicesAsync(string id, ReportRecords records, CancellationToken cancellationToken) => Results.Json(
        (ApiKeys.AreKeys(id) ? await records.FindAsync<SavedChoices>(id, LedgerKeys.ReportChoices, cancellationToken) : null)?.Choices ?? ReportChoices.None,
        RemissJson.Options);

    private static async Task<IResult> SetChoicesAsync(
        string id, ReportChoices choices, HttpContext context, ChoicesHandler handler, CancellationToken cancellationToken) =>
        !ApiKeys.AreKeys(id) ? ApiProblems.NoCase(id)
        : await handler.SetAsync(id, choices, Visitor.Of(context.User).Who, cancellationToken) switch
        {
            ChoicesOutcome.Saved => Results.NoContent(),
            ChoicesOutcome.Refused refused => ApiProblems.Refused(refused.Faults),
            _ => ApiProblems.NoCase(id),
        };

    private static async Task<IResult> AttestAsync(
        string id, AttestationBody body, HttpContext context, AttestHandler handler, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Title) || body.Title.Length > 100) return ApiProblems.Refused("Ange title, attestantens befattning, med högst 100 tecken.", "title");
        var visitor = Visitor.Of(context.User);
        return ApiKeys.AreKeys(id) && await handler.AttestAsync(id, new(visitor.Name, body.Title.Trim()), null, visitor.Who, cancellationToken) is { } attested
            ? Results.Json(attested.Attestation, RemissJson.Options)
            : ApiProblems.NoCase(id);
    }
}

/// <param name="Document">SHA-256 of the draft.</param>
public sealed record CompiledBody(string Case, string Document, string Address);

/// <param name="Title">The approver's title, as the report prints it.</param>
public sealed record AttestationBody(string Title);
