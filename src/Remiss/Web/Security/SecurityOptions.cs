using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Web.Security;

public sealed class SecurityOptions
{
    /// <summary>
    /// The installation's secret, from which upload links are signed and session keys are encrypted. Without it, one is made and kept in the
    /// storage.
    /// </summary>
    [MinLength(32)]
    public string? Key { get; set; }
}

[OptionsValidator]
public sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
