using System.Buffers;

namespace Remiss.Extractor.Sniffing;

/// <summary>A mail opens with nothing but header fields, among them the sender and one that only programs write.</summary>
internal static class MailHead
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create(" \t/<>()");

    public static bool Matches(string head)
    {
        var from = false;
        var machine = false;
        var first = true;
        foreach (var line in head.AsSpan().TrimStart("\uFEFF\r\n").EnumerateLines())
        {
            if (line.IsEmpty) break;
            if (first && line.StartsWith("From ", StringComparison.Ordinal))
            {
                first = false;
                continue;
            }

            if (!first && line[0] is ' ' or '\t') continue;
            first = false;

            var colon = line.IndexOf(':');
            if (colon < 1 || line[..colon].TrimEnd().ContainsAny(NeverInNames) || line[..colon].ContainsAnyExceptInRange('!', '~')) return from && machine;
            var name = line[..colon].TrimEnd();
            from |= Is(name, "From") || Is(name, "Return-Path") || Is(name, "Sender");
            machine |= Is(name, "MIME-Version") || Is(name, "Message-ID") || Is(name, "Received") || Is(name, "Return-Path")
                || Is(name, "Delivered-To") || Is(name, "DKIM-Signature") || (Is(name, "Date") && LooksLikeMailDate(line[(colon + 1)..]));
        }

        return from && machine;
    }

    private static bool Is(ReadOnlySpan<char> name, string field) => name.Equals(field, StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeMailDate(ReadOnlySpan<char> value) => MimeKit.Utils.DateUtils.TryParse(value.Trim().ToString(), out _);
}
