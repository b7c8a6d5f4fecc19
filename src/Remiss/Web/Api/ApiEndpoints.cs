using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

/// <summary>What programs may ask and change: the same as the pages, by the same handlers, under the same roles.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => $"/{description.RelativePath}".StartsWith(Root + "/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Remiss",
                Version = "1",
                Description = $"Errors are application/problem+json in Swedish. A call that changes something carries {ApiGuard.Header}: the calling program's name.",
            };
            return Task.CompletedTask;
        });
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi($"{Root}/openapi.json").RequireAuthorization(AccessPolicies.Reader);
        var api = endpoints.MapGroup(Root).AddEndpointFilter(ApiGuard.CheckAsync).DisableAntiforgery();
        api.TellRefusals();
        var readers = api.MapGroup("").RequireAuthorization(AccessPolicies.Reader);
        var coordinators = api.MapGroup("").RequireAuthorization(AccessPolicies.Coordinator);
        var approvers = api.MapGroup("").RequireAuthorization(AccessPolicies.Approver);
        CasesApi.Map(readers, coordinators);
        RecipientsApi.Map(readers, coordinators);
        DocumentsApi.Map(readers, coordinators);
        DiaryApi.Map(readers);
        ReportApi.Map(readers, coordinators, approvers);
        OperationsApi.Map(readers, coordinators);
        RegisterApi.Map(readers, coordinators);
    }
}
