using Remiss.Extractor.Archives;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Docx;

/// <summary>Streams through the parts of a Word document; nothing of it is ever held as a tree.</summary>
internal sealed class DocxReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file, string format)
    {
        using var archive = ZipDirectory.Open(file, limits);
        var package = new DocxPackage(archive, limits);
        var (text, hasHiddenText) = Text(package);
        return text.Paragraphs.Count > 0
            ? new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = format,
                Text = text,
                Reasons = hasHiddenText ? [ExtractionReasons.HiddenText] : [],
            }
            : package.HasPictures
                ? new ExtractionResult { State = ExtractionState.NeedsOcr, Format = format, Reasons = [ExtractionReasons.NoText], UnreadPages = [1] }
            : ExtractionResult.Unreadable(format, ExtractionReasons.Empty);
    }

    private (DocumentText Text, bool HasHiddenText) Text(DocxPackage package)
    {
        var main = package.MainPart;
        var parts = package.RelationsOf(main);
        var styles = DocxStyles.Read(package, parts.OfType("styles"));
        var numbering = DocxNumbering.Read(package, parts.OfType("numbering"));
        var body = DocxBody.Read(package, main, styles, numbering);

        var builder = new TextBuilder(limits);
        builder.StartPage();
        foreach (var header in body.HeadersInUse) builder.AddRange(Repeated(package, parts, header, styles, numbering));
        builder.AddRange(body.Blocks);
        foreach (var kind in new[] { "footnotes", "endnotes" })
        {
            if (parts.OfType(kind) is { } notes) builder.AddRange(DocxBody.Read(package, notes, styles, numbering).Blocks);
        }

        foreach (var footer in body.FootersInUse) builder.AddRange(Repeated(package, parts, footer, styles, numbering));
        return (builder.Build(), body.HasHiddenText);
    }

    private static IEnumerable<Block> Repeated(DocxPackage package, DocxRelations parts, string id, DocxStyles styles, ListNumbering numbering) =>
        parts.ById(id) is { } part
            ? DocxBody.Read(package, part, styles, numbering).Blocks.Where(block => block.Text.Any(char.IsLetterOrDigit))
            : [];
}
