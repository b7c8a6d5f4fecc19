namespace Remiss.Storage;

/// <summary>One line of the audit log, committed together with the change it tells of and never changed afterwards.</summary>
/// <param name="Who"><c>system</c>, or the person who decided.</param>
/// <param name="What">What happened, as a label: <c>document_accepted</c>.</param>
/// <param name="Subject">Whom or what it happened to: an organisation, a document, a send.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string What, string Subject, string? Why = null)
{
    public const string System = "system";
}
