using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Storage;

namespace Remiss.Web.Api;

internal static class RegisterApi
{
    public static void Map(RouteGroupBuilder readers, RouteGroupBuilder coordinators)
    {
        readers.MapGet("/register", ListAsync).WithSummary("All organisations that the office knows.");
        readers.MapGet("/register/{organisation}", GetAsync).WithSummary("One organisation.");
    }

    private static async Task<IResult> ListAsync(RemissLedger ledger, CancellationToken cancellationToken) =>
        Results.Json((await ledger.ReadRegisterAsync(cancellationToken)).Organisations, RemissJson.Options);

    private static async Task<IResult> GetAsync(string organisation, RemissLedger ledger, CancellationToken cancellationToken) =>
        (await ledger.ReadRegisterAsync(cancellationToken)).Find(organisation) is { } found
            ? Results.Json(found, RemissJson.Options)
            : ApiProblems.NotFound($"Organisationen {organisation} finns inte i registret", "Hämta GET /api/register och använd ett id därifrån.");
}
