using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Mailbox;

/// <summary>How answers to the product's mails are fetched from the mailbox that they are sent from.</summary>
public sealed class MailboxOptions
{
    /// <summary>A well-known name or an id of the folder that is read; nothing is read when empty.</summary>
    [RegularExpression(@"[^/\\]*", ErrorMessage = "Mailbox__Folder is a well-known name such as inbox, or the id of a folder.")]
    public string Folder { get; set; } = "inbox";

    /// <summary>
    /// The name under which the server that receives mails from outside writes Authentication-Results. Empty for Exchange Online, which
    /// gives none.
    /// </summary>
    [RegularExpression("[A-Za-z0-9.-]*", ErrorMessage = "Mailbox__Receiver is the name of a server: mx.staden.se.")]
    public string Receiver { get; set; } = "";

    /// <summary>Whether a mail that has been fetched is marked as read. Nothing else is ever changed in the mailbox.</summary>
    public bool MarksAsRead { get; set; }

    public bool IsRead() => Folder is { Length: > 0 };
}

[OptionsValidator]
public sealed partial class MailboxOptionsValidator : IValidateOptions<MailboxOptions>;
