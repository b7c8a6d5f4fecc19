namespace Remiss.Mailbox;

/// <summary>The ids that mail servers give mails: <c>&lt;reminder-1.ks-2023-740@staden.example&gt;</c>.</summary>
internal static class MessageId
{
    public static bool AreSame(string? one, string? other) =>
        one is { Length: > 0 } && other is { Length: > 0 } && Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>All ids of In-Reply-To or References, without brackets, the last first: it is the mail that was answered.</summary>
    public static IEnumerable<string> AllIn(string header) =>
        header.Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(id => id.Length > 0).Reverse();

    public static string Bare(string id) => id.Trim().TrimStart('<').TrimEnd('>');
}
