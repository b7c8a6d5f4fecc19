using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Intake.Quarantine;

public sealed class QuarantineOptions
{
    /// <summary>Who says that a file may be read.</summary>
    public ScanMode Mode { get; set; }

    /// <summary>A file without a verdict for longer stays in the inbox and is told of at every sweep.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan VerdictLimit { get; set; } = TimeSpan.FromMinutes(30);
}

public enum ScanMode
{
    /// <summary>Files are read as they come.</summary>
    Off,

    /// <summary>The index tag that Microsoft Defender for Storage puts on a blob that it has scanned.</summary>
    Tag,
}

[OptionsValidator]
public sealed partial class QuarantineOptionsValidator : IValidateOptions<QuarantineOptions>;
