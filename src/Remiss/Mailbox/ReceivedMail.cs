namespace Remiss.Mailbox;

/// <summary>What the mailbox tells of a mail, without its content.</summary>
/// <param name="From">The sender's address alone, in lower case.</param>
/// <param name="Preview">The beginning of the text.</param>
/// <param name="Headers">In their order; those that were added last come first.</param>
public sealed record ReceivedMail(
    string From, string Subject, string Preview, DateTimeOffset ReceivedAt, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>A mail server's report, which nobody has sent.</summary>
    public bool IsReport => Header("Content-Type")?.Contains("multipart/report", StringComparison.OrdinalIgnoreCase) == true;

    public string Domain => From[(From.LastIndexOf('@') + 1)..];

    /// <summary>The ids of the mails that it answers, the nearest first.</summary>
    public IEnumerable<string> Answered =>
        MessageId.AllIn(Header("In-Reply-To") ?? "").Concat(MessageId.AllIn(Header("References") ?? "")).Distinct(StringComparer.OrdinalIgnoreCase);

    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
