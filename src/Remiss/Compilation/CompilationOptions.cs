using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Compilation;

public sealed class CompilationOptions
{
    /// <summary>The Word template of the report. Empty: the one that is built in.</summary>
    public string Template { get; set; } = "";

    /// <summary>LibreOffice, which makes the PDF. Where it is not installed there is none.</summary>
    [Required]
    public string Office { get; set; } = "soffice";

    /// <summary>For one PDF; an office that needs longer is killed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OfficeTimeLimit { get; set; } = TimeSpan.FromMinutes(2);
}

[OptionsValidator]
public sealed partial class CompilationOptionsValidator : IValidateOptions<CompilationOptions>;
