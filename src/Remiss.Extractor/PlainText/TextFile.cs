using System.Text;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.PlainText;

internal static class TextFile
{
    /// <summary>The characters of a file that is text, in whichever encoding.</summary>
    /// <param name="declared">What the file says about itself, asked where its bytes leave it open.</param>
    public static string Read(Stream file, ExtractionLimits limits, Func<byte[], Encoding?>? declared = null)
    {
        if (file.Length > limits.Characters * 4L) throw new LimitExceededException(ExtractionReasons.TooLarge);
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);

        if (TextEncoding.Detect(bytes, whole: true) is not { } detected) throw new InvalidDataException("No text.");
        var encoding = detected.IsGuess && declared?.Invoke(bytes) is { } named ? named : detected.Encoding;
        var content = encoding.GetString(bytes, detected.Preamble, bytes.Length - detected.Preamble);
        return content.Length <= limits.Characters ? content : throw new LimitExceededException(ExtractionReasons.TooLarge);
    }
}
