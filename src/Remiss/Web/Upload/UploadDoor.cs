using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>Whether a link opens today. A link that is none of ours costs no look in the ledger.</summary>
public sealed class UploadDoor(UploadLinks links, RemissLedger ledger, IOptions<UploadOptions> options, TimeProvider time)
{
    public async Task<UploadEntry> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link) return new UploadEntry.Closed(RefusalReasons.UnknownLink);

        var recipient = await ledger.FindAsync<Recipient>(link.Case, LedgerKeys.Recipient(link.Organisation), cancellationToken);
        var remissCase = await ledger.FindAsync<RemissCase>(link.Case, LedgerKeys.Case, cancellationToken);
        if (recipient is null || remissCase is null) return new UploadEntry.Closed(RefusalReasons.UnknownLink);

        var closure = await ledger.FindAsync<CaseClosure>(link.Case, LedgerKeys.Closure, cancellationToken);
        var register = await ledger.ReadRegisterAsync(cancellationToken);
        var visit = new UploadVisit(token, remissCase.Value, recipient.Value, register);
        var reason = closure is { Value.IsClosed: true }
            ? RefusalReasons.ClosedCase
            : Judge(link, recipient.Value, SwedishTime.Date(time.GetUtcNow()), options.Value.GraceDays);
        return reason is not null
            ? new UploadEntry.Closed(reason, visit)
            : new UploadEntry.Open(visit);
    }

    /// <returns>Why the link does not open; null when it does.</returns>
    internal static string? Judge(UploadLink link, Recipient recipient, DateOnly today, int graceDays) =>
        link.Generation != recipient.LinkGeneration || recipient.Status is RecipientStatus.Withdrawn ? RefusalReasons.RevokedLink
        : today > LastDay(recipient, graceDays) ? RefusalReasons.ExpiredLink
        : null;

    /// <returns>The last day that the recipient's link opens.</returns>
    internal static DateOnly LastDay(Recipient recipient, int graceDays)
    {
        var answer = SwedishCalendar.WorkingDayOnOrAfter(recipient.Deadline);
        return (recipient.Completion is { Until: var until } && until > answer ? until : answer).AddDays(graceDays);
    }
}

public abstract record UploadEntry
{
    public sealed record Open(UploadVisit Visit) : UploadEntry;

    /// <param name="Reason">One of <see cref="RefusalReasons"/>.</param>
    /// <param name="Visit">Whose link it was, when it is one of ours.</param>
    public sealed record Closed(string Reason, UploadVisit? Visit = null) : UploadEntry;
}

/// <summary>An organisation at its own door in a case.</summary>
public sealed record UploadVisit(string Token, RemissCase Case, Recipient Recipient, Register Register)
{
    public string Address => $"/upload/{Token}";

    public string Debtor => NameOf(Recipient.Organisation);

    public string Creditor => NameOf(Case.CoordinatingBody);

    public DateOnly LastDay => SwedishCalendar.WorkingDayOnOrAfter(Recipient.Deadline);

    private string NameOf(string organisation) => Register.Find(organisation)?.DisplayName ?? organisation;
}
