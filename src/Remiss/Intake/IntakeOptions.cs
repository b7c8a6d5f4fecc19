using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Intake;

public sealed class IntakeOptions
{
    /// <summary>How long a file without content is left in the inbox: some programs make the file first and fill it later.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan EmptyFileGrace { get; set; } = TimeSpan.FromMinutes(10);
}

[OptionsValidator]
public sealed partial class IntakeOptionsValidator : IValidateOptions<IntakeOptions>;
