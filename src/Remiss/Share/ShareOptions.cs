using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Share;

/// <summary>The SharePoint library that answers are copied from. Without one, nothing is asked of SharePoint.</summary>
public sealed class ShareOptions
{
    /// <summary>The library's id in Microsoft Graph, which begins with <c>b!</c>.</summary>
    public string? DriveId { get; set; }

    /// <summary>The folder in the library that holds the folders of the cases; the library's root when empty.</summary>
    [RegularExpression("[^/\\\\].*[^/\\\\]|[^/\\\\]?", ErrorMessage = "Share__Folder is a path in the library without a slash at its ends: Remisser/Svar.")]
    public string Folder { get; set; } = "";

    public bool HasLibrary() => DriveId is { Length: > 0 };
}

[OptionsValidator]
public sealed partial class ShareOptionsValidator : IValidateOptions<ShareOptions>;
