using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Notifications;

public sealed class NotificationOptions
{
    [Required]
    public string SenderName { get; set; } = "Remisshanteringen";

    [Required, EmailAddress]
    public string SenderMail { get; set; } = "remiss@example.invalid";

    /// <summary>Where the coordinators' pages are reached; without it, notifications carry no link.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How a recipient hands in its answer, as a sentence in its mails. <c>{case}</c> and <c>{organisation}</c> become ids.</summary>
    [Required]
    public string HowToAnswer { get; set; } = "Lägg filen i mappen inbox/{case}/{organisation}. Word, PDF eller mejl går bra.";

    /// <summary>The page where a recipient hands in its answer, if there is one. <c>{case}</c> and <c>{organisation}</c> become ids.</summary>
    public string? UploadPage { get; set; }

    public string HowToAnswerIn(string caseId, string organisation) => Fill(HowToAnswer, caseId, organisation);

    /// <returns>Null without a page, or when the setting is no web address.</returns>
    public Uri? UploadPageOf(string caseId, string organisation) =>
        UploadPage is { Length: > 0 } page
        && Uri.TryCreate(Fill(page, Uri.EscapeDataString(caseId), Uri.EscapeDataString(organisation)), UriKind.Absolute, out var uri)
        && (uri.Scheme is "https" or "http")
            ? uri
            : null;

    private static string Fill(string text, string caseId, string organisation) => text
        .Replace("{case}", caseId, StringComparison.Ordinal)
        .Replace("{organisation}", organisation, StringComparison.Ordinal);
}

[OptionsValidator]
public sealed partial class NotificationOptionsValidator : IValidateOptions<NotificationOptions>;
