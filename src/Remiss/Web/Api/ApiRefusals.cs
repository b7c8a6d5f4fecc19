using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Remiss.Web.Api;

/// <summary>What each address may refuse with, for its description.</summary>
internal static class ApiRefusals
{
    private static readonly int[] Always = [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden];

    private static readonly int[] OfBodies =
        [StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity];

    public static void TellRefusals(this RouteGroupBuilder api) => ((IEndpointConventionBuilder)api).Finally(endpoint =>
    {
        foreach (var status in Of((RouteEndpointBuilder)endpoint)) endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
    });

    private static IEnumerable<int> Of(RouteEndpointBuilder endpoint) =>
    [
        .. Always,
        .. endpoint.RoutePattern.Parameters.Count > 0 ? [StatusCodes.Status404NotFound] : (int[])[],
        .. endpoint.Metadata.OfType<IAcceptsMetadata>().Any() ? OfBodies : [],
        .. endpoint.RoutePattern.RawText!.EndsWith("/documents/{organisation}/{sha256}/decision", StringComparison.Ordinal) ? [StatusCodes.Status412PreconditionFailed] : (int[])[],
    ];
}
