using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Notifications.Graph;

/// <summary>How mails and Teams notifications leave. Without a mailbox nothing is sent and everything lies in the outbox.</summary>
public sealed class GraphOptions : IValidatableObject
{
    /// <summary>The shared mailbox that everything is sent from.</summary>
    [EmailAddress]
    public string? Mailbox { get; set; }

    public string? TenantId { get; set; }

    /// <summary>The app registration; with neither secret nor certificate, the user-assigned managed identity, if there is one.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>A .pfx or .pem file with its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The id in the Teams app's manifest. Without it, no Teams notification is tried.</summary>
    public string? TeamsAppId { get; set; }

    [Required]
    public Uri BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    public bool HasMailbox() => Mailbox is { Length: > 0 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClientSecret is { Length: > 0 } && CertificatePath is { Length: > 0 })
            yield return new("Graph__ClientSecret and Graph__CertificatePath are both set; choose one.", [nameof(ClientSecret)]);
        if ((ClientSecret is { Length: > 0 } || CertificatePath is { Length: > 0 }) && (TenantId is null or "" || ClientId is null or ""))
            yield return new("Graph__TenantId and Graph__ClientId must be set with a secret or a certificate.", [nameof(TenantId), nameof(ClientId)]);
    }
}

[OptionsValidator]
public sealed partial class GraphOptionsValidator : IValidateOptions<GraphOptions>;
