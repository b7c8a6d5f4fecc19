using System.Text;

namespace Remiss.Mailbox;

public enum SenderVerdict
{
    /// <summary>The receiving server vouches for the domain of the sender.</summary>
    Passed,

    /// <summary>It says that the sender is somebody else.</summary>
    Failed,

    /// <summary>It says nothing that can be trusted.</summary>
    Unknown,
}

/// <summary>
/// What the receiving server found about the sender (RFC 8601). Anyone can write such a header into a mail, so only the topmost one counts:
/// each server puts its own on top, and ours is the last. Pure.
/// </summary>
public static class SenderCheck
{
    /// <summary>Exchange takes this header out of whatever comes from outside, and writes it itself for its own users.</summary>
    private const string Inside = "X-MS-Exchange-Organization-AuthAs";

    /// <param name="receiver">The server's name in the header; empty for Exchange Online, which gives none.</param>
    public static SenderVerdict Of(ReceivedMail mail, string receiver)
    {
        var results = mail.Headers.Where(h => h.Key.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase)).Select(h => Parts(h.Value)).ToList();
        var ours = receiver.Length == 0
            ? results.Take(1).FirstOrDefault(parts => parts[0].Contains('=', StringComparison.Ordinal))
            : results.Find(parts => parts[0].Split(' ')[0].Equals(receiver, StringComparison.OrdinalIgnoreCase));
        if (ours is null)
            return mail.Header(Inside)?.Trim().Equals("Internal", StringComparison.OrdinalIgnoreCase) == true ? SenderVerdict.Passed : SenderVerdict.Unknown;

        var dmarc = ours.Where(part => part.StartsWith("dmarc=", StringComparison.OrdinalIgnoreCase)).ToList();
        return dmarc.Count != 1 ? SenderVerdict.Unknown : Verdict(dmarc[0], mail.Domain);
    }

    private static SenderVerdict Verdict(string result, string domain)
    {
        var words = result.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var about = words.Where(w => w.StartsWith("header.from=", StringComparison.OrdinalIgnoreCase)).Select(w => w["header.from=".Length..]).FirstOrDefault();
        if (about is not null && !about.Equals(domain, StringComparison.OrdinalIgnoreCase)) return SenderVerdict.Failed;
        return words[0]["dmarc=".Length..].ToLowerInvariant() switch
        {
            "pass" or "bestguesspass" => SenderVerdict.Passed,
            "fail" or "permerror" or "quarantine" or "reject" or "oreject" => SenderVerdict.Failed,
            _ => SenderVerdict.Unknown,
        };
    }

    /// <summary>The parts between semicolons, without comments: what a sender chose may stand in quotes and brackets.</summary>
    private static List<string> Parts(string header)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            if (c == '\\' && (isQuoted || depth > 0)) i++;
            else if (c == '"' && depth == 0) isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (c == '(') depth++;
            else if (c == ')' && depth > 0) depth--;
            else if (depth > 0) continue;
            else if (c != ';') part.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
            else End();
        }

        End();
        return parts;

        void End()
        {
            parts.Add(part.ToString().Trim());
            part.Clear();
        }
    }
}
