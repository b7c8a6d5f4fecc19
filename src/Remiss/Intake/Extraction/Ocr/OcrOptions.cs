using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Intake.Extraction.Ocr;

public sealed class OcrOptions
{
    public OcrEngine Engine { get; set; }

    /// <summary>Of an Azure AI Document Intelligence account, where there is one.</summary>
    [RegularExpression("^https?://.+")]
    public string? Endpoint { get; set; }

    /// <summary>As tesseract names it.</summary>
    [RegularExpression("^[A-Za-z_]+(\\+[A-Za-z_]+)*$")]
    public string Language { get; set; } = "swe";

    /// <summary>Pages of one file that are read side by side: one for each core.</summary>
    [Range(1, 64)]
    public int PagesAtOnce { get; set; } = Math.Min(Environment.ProcessorCount, 64);

    /// <summary>A page that takes longer is left unread, and a person looks.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PageTimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>For one file, apart from the time that reading it takes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A page whose words are surer than this on average needs nobody to look at it.</summary>
    [Range(0.0, 1.0)]
    public double LowestConfidence { get; set; } = 0.8;
}

public enum OcrEngine
{
    /// <summary>Azure where <see cref="OcrOptions.Endpoint"/> is set, else tesseract where it is installed, else none.</summary>
    Auto,
    None,
    Tesseract,
    Azure,
}

[OptionsValidator]
public sealed partial class OcrOptionsValidator : IValidateOptions<OcrOptions>;
