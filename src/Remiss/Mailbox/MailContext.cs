using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Mailbox;

/// <summary>What has been sent in the open cases, and to whom a mail may belong.</summary>
public sealed class MailContext(IReadOnlyList<RemissCase> cases, Register register, IEnumerable<(string Case, Send Send)> sends)
{
    private readonly Dictionary<string, (string Case, Send Send)> sent = sends
        .Where(s => s.Send.Draft is not null)
        .GroupBy(s => MessageId.Bare(s.Send.Draft!.InternetMessageId), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<RemissCase> Cases => cases;

    public Register Register => register;

    public static async Task<MailContext> ReadAsync(RemissLedger ledger, CancellationToken cancellationToken)
    {
        var cases = await ledger.ReadOpenCasesAsync(cancellationToken);
        List<(string, Send)> sends = [];
        foreach (var open in cases)
            sends.AddRange((await ledger.ListAsync<Send>(open.Id, cancellationToken)).Select(send => (open.Id, send)));
        return new(cases, await ledger.ReadRegisterAsync(cancellationToken), sends);
    }

    /// <returns>Null for what we have not sent.</returns>
    public (string Case, Send Send)? FindSent(string messageId) => sent.TryGetValue(messageId, out var found) ? found : null;

    public bool IsRecipient(string caseId, string organisation) =>
        cases.FirstOrDefault(c => c.Id == caseId) is { } remissCase && remissCase.Recipients.Contains(organisation);

    /// <summary>The organisations that an address may belong to: as a contact, or by its domain.</summary>
    public IReadOnlyList<Organisation> OwnersOf(string address) =>
        register.Organisations.Where(o => o.Contacts.Any(c => c.Mail.Equals(address, StringComparison.OrdinalIgnoreCase))).ToList() is { Count: > 0 } known
            ? known
            : [.. register.Organisations.Where(o => o.Domains.Any(d => IsIn(address, d)))];

    private static bool IsIn(string address, string domain) =>
        address.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase) || address.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
