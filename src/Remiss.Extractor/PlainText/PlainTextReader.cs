using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.PlainText;

internal sealed class PlainTextReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file)
    {
        var content = TextFile.Read(file, limits);
        var text = Read(content);
        return text.Paragraphs.Count == 0
            ? ExtractionResult.Unreadable(FileFormats.Txt, ExtractionReasons.Empty)
            : new ExtractionResult { State = ExtractionState.Read, Format = FileFormats.Txt, Text = text };
    }

    public DocumentText Read(string content)
    {
        var builder = new TextBuilder(limits);
        var pages = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd().Split('\f').Select(page => page.Split('\n')).ToList();
        var wrap = WrapWidth.Of(pages.SelectMany(page => page));
        foreach (var page in pages)
        {
            builder.AddPage([.. TextReflow.Blocks(page, wrap)]);
        }

        return builder.Build();
    }
}
