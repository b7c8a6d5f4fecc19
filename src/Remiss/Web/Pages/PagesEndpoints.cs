using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Web.Pages.About;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Diary;
using Remiss.Web.Pages.Operations;
using Remiss.Web.Pages.Recipients;
using Remiss.Web.Pages.Report;
using Remiss.Web.Pages.Review;
using Remiss.Web.Security;

namespace Remiss.Web.Pages;

/// <summary>The pages, one file for each area.</summary>
internal static class PagesEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        Asset.Map(endpoints);
        AboutEndpoints.Map(endpoints);
        CaseEndpoints.Map(endpoints);
        CaseChangeEndpoints.Map(endpoints);
        DiaryEndpoints.Map(endpoints);
        RecipientEndpoints.Map(endpoints);
        ReviewEndpoints.Map(endpoints);
        ReportEndpoints.Map(endpoints);
        OperationsEndpoints.Map(endpoints);
        endpoints.MapGet("/", () => Results.LocalRedirect("/arenden")).RequireAuthorization(AccessPolicies.Reader);
    }
}
