using System.Text.RegularExpressions;

namespace Remiss.Mailbox;

/// <summary>Stands last in the subject of our mails and comes back in answers to them: <c>[ks-2023-740/sisab]</c>.</summary>
public static partial class SubjectToken
{
    public static string Of(string caseId, string organisation) => $"[{caseId}/{organisation}]";

    public static (string Case, string Organisation)? Find(string subject) => Token().Match(subject) is { Success: true } match
        ? (match.Groups["case"].Value.ToLowerInvariant(), match.Groups["organisation"].Value.ToLowerInvariant())
        : null;

    [GeneratedRegex(@"\[(?<case>[A-Za-z0-9-]+)/(?<organisation>[A-Za-z0-9-]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
