using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Remiss.Intake.Extraction.Ocr;

internal static class OcrChoice
{
    public static IOcrEngine Engine(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<OcrOptions>>();
        var engine = options.Value.Engine switch
        {
            OcrEngine.Auto => string.IsNullOrEmpty(options.Value.Endpoint) ? OcrEngine.Tesseract : OcrEngine.Azure,
            var chosen => chosen,
        };
        var time = services.GetRequiredService<TimeProvider>();
        return engine switch
        {
            OcrEngine.Azure => AzureOcr.Open(options.Value, time),
            OcrEngine.Tesseract => new TesseractOcr(
                services.GetRequiredService<IOptions<ExtractorOptions>>(), options, services.GetRequiredService<ILogger<ExtractorPool>>(), time),
            _ => new NoOcr(),
        };
    }
}
