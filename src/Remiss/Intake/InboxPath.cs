using System.Text;

namespace Remiss.Intake;

/// <summary>The contract of the container <c>inbox</c>: <c>{case}/{organisation}/{file}</c>, with folders of the sender's own in between.</summary>
/// <param name="Case">Null when the name has no folder for it.</param>
/// <param name="Name">The whole name in NFC, so that å typed on any system is one letter.</param>
public sealed record InboxPath(string Name, string? Case, string? Organisation)
{
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    public static InboxPath Parse(string blobName)
    {
        var name = blobName.Normalize(NormalizationForm.FormC);
        var parts = name.Split('/');
        return parts.Length < 3 || !IsKey(parts[0]) || !IsKey(parts[1])
            ? new(name, null, null)
            : new(name, parts[0].ToLowerInvariant(), parts[1].ToLowerInvariant());
    }

    /// <summary>An attachment lies below its mail, whatever it calls itself.</summary>
    public static string OfAttachment(string mailPath, int number, string attachmentName)
    {
        var name = new string([.. attachmentName.Normalize(NormalizationForm.FormC).Select(c => c is '/' or '\\' || char.IsControl(c) ? '_' : c)]);
        return $"{mailPath}/{(name.Length == 0 ? $"bilaga {number}" : name)}";
    }

    /// <summary>Ids are letters, digits and hyphens, as docs/schemas has it.</summary>
    private static bool IsKey(string part) => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
