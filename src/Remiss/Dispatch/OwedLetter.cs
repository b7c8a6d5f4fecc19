using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Reminders;

namespace Remiss.Dispatch;

/// <summary>Something that somebody is to be told, once.</summary>
/// <param name="Documents">The answers that it is about.</param>
public sealed record OwedLetter(Send Send, Addressee To, Matter Matter, IReadOnlyList<Document> Documents);

public enum Matter
{
    /// <summary>The underremiss.</summary>
    Request,

    /// <summary>That an answer has been read.</summary>
    Receipt,

    /// <summary>A copy of an answer, to the registrar.</summary>
    Copy,

    ExtensionGranted,
    ExtensionRefused,

    /// <summary>The case's deadline has been moved.</summary>
    DeadlineMoved,

    Completion,

    /// <summary>The upload links that were out have been ended; here is the new one.</summary>
    LinkRenewed,
}
