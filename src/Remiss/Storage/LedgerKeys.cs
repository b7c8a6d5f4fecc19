using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Storage;

/// <summary>Row keys of the table <c>ledger</c>. A case's rows lie in the partition of its id.</summary>
public static class LedgerKeys
{
    /// <summary>The partition of what has no case or organisation yet.</summary>
    public const string Unassigned = "_unassigned";

    /// <summary>The partition of what is sent to coordinators about all their cases.</summary>
    public const string Weekly = "_weekly";

    /// <summary>The partition of what is known about the library that answers are copied from.</summary>
    public const string Share = "_share";

    /// <summary>The partition of what is known about the mailbox that replies come to.</summary>
    public const string Mailbox = "_mailbox";

    /// <summary>How far a library or mailbox has been read.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>In place of an organisation id where there is none.</summary>
    public const string NoOrganisation = "_";

    public const string Case = "case";

    /// <summary>Whether the case is closed, and since when.</summary>
    public const string Closure = "closure";

    /// <summary>That the case has been, or is being, disposed of.</summary>
    public const string Disposal = "disposal";

    /// <summary>What the coordinator has chosen for the report.</summary>
    public const string ReportChoices = "report|choices";

    /// <summary>That the report has been approved.</summary>
    public const string ReportAttestation = "report|attestation";

    /// <summary>A key has at most a kilobyte.</summary>
    private const int LongestKey = 512;

    private static readonly System.Buffers.SearchValues<char> NotInKeys = System.Buffers.SearchValues.Create("/\\#?");

    internal const string RecipientPrefix = "recipient|";
    internal const string DocumentPrefix = "document|";
    internal const string ArrivalPrefix = "arrival|";
    internal const string SendPrefix = "send|";
    internal const string AuditPrefix = "audit|";
    internal const string OwedItemPrefix = "owed|";

    /// <summary>Every key of a case but those of its audit log, in ranges of about the same size.</summary>
    internal static IReadOnlyList<(string From, string Until)> RangesWithoutAudit { get; } =
    [
        ("", ArrivalPrefix), (ArrivalPrefix, AuditPrefix), (AuditPrefix + '~', DocumentPrefix), (DocumentPrefix, RecipientPrefix), (RecipientPrefix, "~"),
    ];

    public static string Recipient(string organisation) => RecipientPrefix + organisation;

    public static string Document(string organisation, string sha256) => $"{DocumentPrefix}{organisation}|{sha256}";

    public static string Document(Document document) => Document(document.Organisation, document.Sha256);

    public static string Arrival(Arrival arrival) => $"{ArrivalPrefix}{Hash(arrival.Item ?? arrival.Path)}|{Safe(arrival.Version)}";

    public static string Send(Send send) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SendsOf(send.Kind, send.Organisation)}{send.Deadline:yyyy-MM-dd}|{send.Slot}|{RemissJson.Label(send.Channel)}|{Safe(send.Contact)}")
        + (send.About is null ? "" : "|" + Safe(send.About));

    /// <summary>What all keys of such sends begin with.</summary>
    internal static string SendsOf(SendKind kind, string organisation) => $"{SendPrefix}{RemissJson.Label(kind)}|{organisation}|";

    /// <param name="source">The library or mailbox.</param>
    public static string TakenItem(string source, string item) => "item|" + Hash($"{source}\n{item}");

    public static string OwedItem(string source, string item) => OwedItemPrefix + Hash($"{source}\n{item}");

    public static string CaseFolder(string caseId) => "folder|" + caseId;

    internal static string Audit(AuditEntry entry) => $"{AuditFrom(entry.At)}|{Guid.NewGuid():N}";

    /// <summary>No line of the audit log from that moment on has a lesser key.</summary>
    internal static string AuditFrom(DateTimeOffset moment) => string.Create(CultureInfo.InvariantCulture, $"{AuditPrefix}{moment.UtcTicks:D19}");

    /// <summary>Whether anything can lie under it; what comes in an address or a form may be no key at all.</summary>
    internal static bool CanBe(string key) => key.Length is > 0 and <= LongestKey && !key.AsSpan().ContainsAny(NotInKeys) && !key.Any(char.IsControl);

    /// <summary>A table key holds no <c>/ \ # ?</c> and no control characters: everything but plain characters becomes <c>~hex</c>.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '_' or '-' or '+') safe.Append(c);
            else safe.Append(CultureInfo.InvariantCulture, $"~{(int)c:x2}");
        }

        return safe.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
