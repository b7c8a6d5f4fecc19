using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Pdf;

/// <summary>Lines with places, whoever read them, to the text of a document: page by page, with each running line once.</summary>
internal static class PagedText
{
    private const double NotesSize = 0.95;

    public static DocumentText Build(RunningSplit split, int pages, ExtractionLimits limits)
    {
        var layout = new PageLayout(split.Lines);
        var assembler = new ParagraphAssembler(layout);
        var builder = new TextBuilder(limits);
        var byPage = split.Lines.ToLookup(line => line.Page);
        var headers = split.Headers.ToLookup(line => line.Page);
        var footers = split.Footers.ToLookup(line => line.Page);
        var next = Blocks(byPage[0], assembler, layout.BodySize);
        for (var page = 0; page < pages; page++)
        {
            var (text, notes) = next;
            next = page + 1 < pages ? Blocks(byPage[page + 1], assembler, layout.BodySize) : ([], []);
            // A sentence that goes on over the page stays whole: the notes at the foot of its first page go before its paragraph.
            if (notes.Count > 0 && text.Count > 0 && next.Text.Count > 0 && GoesOn(text[^1], next.Text[0])) text.InsertRange(text.Count - 1, notes);
            else text.AddRange(notes);
            builder.AddPage([.. headers[page].Select(line => new Block(line.Text)), .. text, .. footers[page].Select(line => new Block(line.Text))]);
        }

        return builder.Build();
    }

    private static (List<Block> Text, List<Block> Notes) Blocks(IEnumerable<PdfLine> page, ParagraphAssembler assembler, double bodySize)
    {
        var lines = page.ToList();
        var from = lines.FindLastIndex(line => line.Size > NotesSize * bodySize || line.Height < 0.5 || line.Angle != 0) + 1;
        while (from < lines.Count && !OpensNote(lines[from].Text)) from++;
        return ([.. assembler.Blocks(lines[..from])], [.. assembler.Blocks(lines[from..])]);
    }

    private static bool OpensNote(string line) => line.Length > 1 && (char.IsAsciiDigit(line[0]) || line[0] is '*' or '¹' or '²' or '³');

    private static bool GoesOn(Block last, Block first) =>
        last.Kind is ParagraphKind.Body or ParagraphKind.ListItem && first.Kind is ParagraphKind.Body
        && LineJoin.IsOpen(last.Text) && LineJoin.StartsLower(first.Text);
}
