using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Cases;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

internal static class RegisterApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/register", ListAsync).WithSummary("All organisations that the office knows.").Produces<IReadOnlyList<Organisation>>();
        readers.MapGet("/register/{organisation}", GetAsync).WithSummary("One organisation.").Produces<Organisation>();
        coordinators.MapPut("/register/{organisation}", ChangeAsync).WithSummary("Adds an organisation or changes it: docs/schemas/register.schema.json.").Produces<Organisation>();
    }

    private static async Task<IResult> ListAsync(RemissLedger ledger, CancellationToken cancellationToken) =>
        Results.Json((await ledger.ReadRegisterAsync(cancellationToken)).Organisations, RemissJson.Options);

    private static async Task<IResult> GetAsync(string organisation, RemissLedger ledger, CancellationToken cancellationToken) =>
        (await ledger.ReadRegisterAsync(cancellationToken)).Find(organisation) is { } found
            ? Results.Json(found, RemissJson.Options)
            : ApiProblems.NotFound($"Organisationen {organisation} finns inte i registret", "Hämta GET /api/register och använd ett id därifrån.");

    private static async Task<IResult> ChangeAsync(
        string organisation, Organisation body, HttpContext context, RegisterHandler handler, CancellationToken cancellationToken)
    {
        if (body.Id != organisation) return ApiProblems.Refused($"id: {organisation} väntades, som i adressen.", "id");
        try
        {
            await handler.ChangeAsync(body, Visitor.Of(context.User).Who, cancellationToken);
            return Results.Json(body, RemissJson.Options);
        }
        catch (InvalidFileException e)
        {
            return ApiProblems.Refused(e.Errors);
        }
    }
}
