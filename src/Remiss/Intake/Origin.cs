using System.Globalization;

namespace Remiss.Intake;

/// <summary>
/// What a way in knows about a file that it puts in the inbox: where the sender had it, which version of it this is, when it was received
/// there and who put it there. Travels as blob metadata, percent-encoded since metadata is ASCII.
/// </summary>
/// <param name="Path">Where the sender put it, as <c>{case}/{organisation}/{file}</c>.</param>
/// <param name="Version">The same version of the same file is one arrival, however often it is put in the inbox.</param>
public sealed record Origin(string Path, string Version, DateTimeOffset ReceivedAt, string? Sender = null)
{
    /// <summary>Which way in it is, in a word: <c>upload</c>, <c>mail</c>, <c>library</c>.</summary>
    public string? Way { get; init; }

    /// <summary>What the library or mailbox calls the file, wherever it is moved: with the version, the identity of the arrival in place of the path.</summary>
    public string? Item { get; init; }

    /// <summary>The library's own checksum of the content, as it gives it.</summary>
    public string? QuickXorHash { get; init; }

    /// <summary>Why a person has to look before the file counts as somebody's answer, as a sentence in Swedish.</summary>
    public string? Doubt { get; init; }

    public IDictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["originpath"] = Uri.EscapeDataString(Path),
            ["originversion"] = Uri.EscapeDataString(Version),
            ["receivedat"] = ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
        };
        Add("sender", Sender);
        Add("way", Way);
        Add("originitem", Item);
        Add("quickxorhash", QuickXorHash);
        Add("doubt", Doubt);
        return metadata;

        void Add(string name, string? value)
        {
            if (value is not null) metadata[name] = Uri.EscapeDataString(value);
        }
    }

    /// <returns>Null when the file was put there by a blob client that says nothing of its origin.</returns>
    public static Origin? FromMetadata(IDictionary<string, string> metadata)
    {
        var fields = new Dictionary<string, string>(metadata, StringComparer.OrdinalIgnoreCase);
        return fields.TryGetValue("originpath", out var path)
            && fields.TryGetValue("originversion", out var version)
            && fields.TryGetValue("receivedat", out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var receivedAt)
                ? new(Uri.UnescapeDataString(path), Uri.UnescapeDataString(version), receivedAt, Optional("sender"))
                {
                    Way = Optional("way"),
                    Item = Optional("originitem"),
                    QuickXorHash = Optional("quickxorhash"),
                    Doubt = Optional("doubt"),
                }
                : null;

        string? Optional(string name) => fields.TryGetValue(name, out var value) ? Uri.UnescapeDataString(value) : null;
    }
}
