using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Notifications.Workflows;

/// <summary>A channel in Teams that gets the weekly digest. Without an address nothing is posted.</summary>
public sealed class WorkflowsOptions : IValidatableObject
{
    /// <summary>The address that the flow "Post to a channel when a webhook request is received" gives. Whoever has it can post: a secret.</summary>
    public Uri? WebhookUrl { get; set; }

    public bool HasWebhook() => WebhookUrl is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isSafe = WebhookUrl is null || (WebhookUrl.IsAbsoluteUri && (WebhookUrl.Scheme == Uri.UriSchemeHttps || WebhookUrl.IsLoopback));
        if (!isSafe)
            yield return new("Workflows__WebhookUrl must be the whole https address that the flow gives.", [nameof(WebhookUrl)]);
    }
}

[OptionsValidator]
public sealed partial class WorkflowsOptionsValidator : IValidateOptions<WorkflowsOptions>;
