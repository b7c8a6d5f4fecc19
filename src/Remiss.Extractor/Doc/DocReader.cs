using Remiss.Extractor.Compound;
using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Doc;

/// <summary>Reads the binary documents of Word 97 to 2003, and the bare text of those of Word 6 and 95.</summary>
internal sealed class DocReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file)
    {
        var root = CompoundFile.Open(file).Root;
        var document = root.Content("WordDocument") ?? throw new InvalidDataException("The document is missing.");
        var head = new DocHead(document);
        if (head.IsEncrypted) return ExtractionResult.Unreadable(FileFormats.Doc, ExtractionReasons.Encrypted);

        var table = head.IsOld ? [] : root.Content(head.TableName) ?? throw new InvalidDataException("The table is missing.");
        if (head.IsOld && head.IsSavedFast) return ExtractionResult.Unreadable(FileFormats.Doc, ExtractionReasons.Unsupported);
        var body = new DocBody(head, document, table, limits);
        var builder = new TextBuilder(limits);
        builder.StartPage();
        builder.AddRange(body.Header());
        builder.AddRange(body.Main());
        builder.AddRange(body.Notes());
        builder.AddRange(body.Footer());
        var text = builder.Build();
        return text.Paragraphs.Count > 0
            ? new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = FileFormats.Doc,
                Text = text,
                Reasons = body.HasHiddenText ? [ExtractionReasons.HiddenText] : [],
            }
            : body.HasPictures
                ? new ExtractionResult { State = ExtractionState.NeedsOcr, Format = FileFormats.Doc, Reasons = [ExtractionReasons.NoText], UnreadPages = [1] }
                : ExtractionResult.Unreadable(FileFormats.Doc, ExtractionReasons.Empty);
    }
}
