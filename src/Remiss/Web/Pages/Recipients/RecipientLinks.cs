using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss.Web.Pages.Recipients;

/// <summary>The upload link of a recipient, for the coordinator to hand on by other ways than our mails.</summary>
public sealed class RecipientLinks(UploadLinks links, IOptions<UploadOptions> options)
{
    public RecipientModel Add(RecipientModel model, HttpContext context)
    {
        if (!Visitor.Of(context.User).MayDecide || !model.IsOpen || model.Recipient.Status is RecipientStatus.Withdrawn) return model;
        var here = new Uri(UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host, context.Request.PathBase));
        return model with
        {
            Upload = new(
                links.For(model.Case.Id, model.Recipient) ?? new(here, $"{UploadEndpoints.Root}/{links.TokenFor(model.Case.Id, model.Recipient)}"),
                UploadDoor.LastDay(model.Recipient, options.Value.GraceDays)),
        };
    }
}
