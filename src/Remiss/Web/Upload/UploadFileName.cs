using System.Text;
using Remiss.Notifications;

namespace Remiss.Web.Upload;

/// <summary>The name that a sender gave its file, made fit to keep. It is never used as an address in the storage.</summary>
internal static class UploadFileName
{
    private const int Longest = 200;
    private const string Nameless = "utan namn";

    public static string Of(string? given)
    {
        var name = SingleLine.Of((given ?? "").Normalize(NormalizationForm.FormC), int.MaxValue);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim('.', ' ');
        return name.Length == 0 ? Nameless : name.Length <= Longest ? name : Shortened(name);
    }

    /// <summary>What a browser writes in a form for the characters that would end the name there.</summary>
    public static string OfForm(string? given) => Of(given?
        .Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "", StringComparison.OrdinalIgnoreCase));

    /// <summary>The one escape that is left in an address when the rest of it has been read.</summary>
    public static string OfAddress(string given) => Of(given.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));

    private static string Shortened(string name)
    {
        var ending = Path.GetExtension(name);
        if (ending.Length > 10) ending = "";
        return SingleLine.Of(Path.GetFileNameWithoutExtension(name), Longest - ending.Length) + ending;
    }
}
