using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Web.Upload;

public sealed class UploadOptions
{
    /// <summary>How many days after its last day to answer a company's link still works.</summary>
    [Range(0, 3650)]
    public int GraceDays { get; set; } = 90;

    /// <summary>Requests a minute that one link may make.</summary>
    [Range(1, 100_000)]
    public int LinkRequestsPerMinute { get; set; } = 120;

    /// <summary>Requests a minute from one address; several companies may share one.</summary>
    [Range(1, 100_000)]
    public int AddressRequestsPerMinute { get; set; } = 600;
}

[OptionsValidator]
public sealed partial class UploadOptionsValidator : IValidateOptions<UploadOptions>;
