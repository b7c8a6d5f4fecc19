using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Rtf;

internal sealed class RtfReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var (text, isHiding, hasPictures) = Read(bytes);
        return text.Paragraphs.Count > 0
            ? new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = FileFormats.Rtf,
                Text = text,
                Reasons = isHiding ? [ExtractionReasons.HiddenText] : [],
            }
            : hasPictures
                ? new ExtractionResult { State = ExtractionState.NeedsOcr, Format = FileFormats.Rtf, Reasons = [ExtractionReasons.NoText], UnreadPages = [1] }
                : ExtractionResult.Unreadable(FileFormats.Rtf, ExtractionReasons.Empty);
    }

    public (DocumentText Text, bool HasHiddenText, bool HasPictures) Read(ReadOnlyMemory<byte> content)
    {
        var body = new RtfBody(limits);
        body.Read(content);
        var builder = new TextBuilder(limits);
        builder.StartPage();
        builder.AddRange(body.Header);
        builder.AddRange(body.Blocks);
        builder.AddRange(body.Notes);
        builder.AddRange(body.Footer);
        return (builder.Build(), body.HasHiddenText, body.HasPictures);
    }
}
