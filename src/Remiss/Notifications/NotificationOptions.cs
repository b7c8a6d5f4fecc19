using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Notifications;

public sealed class NotificationOptions
{
    [Required]
    public string SenderName { get; set; } = "Remisshanteringen";

    [Required, EmailAddress]
    public string SenderMail { get; set; } = "remiss@example.invalid";

    /// <summary>Where the pages are reached; without it, mails and notifications carry no link.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How a recipient hands in its answer, as a sentence in its mails. <c>{case}</c> and <c>{organisation}</c> become ids.</summary>
    [Required]
    public string HowToAnswer { get; set; } = "Lägg filen i mappen inbox/{case}/{organisation}. Word, PDF eller mejl går bra.";

    public string HowToAnswerIn(string caseId, string organisation) => Fill(HowToAnswer, caseId, organisation);

    private static string Fill(string text, string caseId, string organisation) => text
        .Replace("{case}", caseId, StringComparison.Ordinal)
        .Replace("{organisation}", organisation, StringComparison.Ordinal);
}

[OptionsValidator]
public sealed partial class NotificationOptionsValidator : IValidateOptions<NotificationOptions>;
