using System.Globalization;
using System.Text;
using System.Xml;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Odt;

/// <summary>One stretch of OpenDocument text: the body, a header or a footer.</summary>
/// <param name="isBody">The nodes handed over are text from the start; otherwise text begins with <c>office:text</c>.</param>
internal sealed class OdtBody(OdtStyles styles, ExtractionLimits limits, bool isBody = false)
{
    private const int MostBlanks = 100;

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "annotation", "tracked-changes", "note-citation", "page-number", "page-count", "sequence-decls", "title", "desc", "forms", "script",
        "ruby-text", "event-listeners", "number", "binary-data", "user-field-decls", "variable-decls", "dde-connection-decls", "math",
        "hidden-paragraph", "index-title-template", "table-of-content-source", "alphabetical-index-source", "user-index-source",
    };

    private readonly FlowText flow = new(limits);
    private readonly List<Block> notes = [];
    private readonly Stack<Paragraph> paragraphs = new();
    private readonly Stack<Span> spans = new();
    private readonly Stack<List> lists = new();
    private readonly Stack<bool> cellBackgrounds = new();
    private int tables;
    private int notesOpen;
    private bool started = isBody;
    private bool anyParagraph;
    private int skipFrom = int.MaxValue;

    public string? MasterPage { get; private set; }

    public bool HasHiddenText { get; private set; }

    public IReadOnlyList<Block> Blocks => flow.Blocks;

    public IReadOnlyList<Block> Notes => notes;

    public void Node(XmlReader xml)
    {
        if (xml.Depth > skipFrom) return;
        skipFrom = int.MaxValue;
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when !started:
                started = xml.LocalName == "text" && xml.NamespaceURI.EndsWith(":office:1.0", StringComparison.Ordinal);
                break;
            case XmlNodeType.Element:
                Start(xml);
                if (xml.IsEmptyElement) End(xml.LocalName);
                break;
            case XmlNodeType.EndElement when started:
                End(xml.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace when started:
                AppendCollapsed(xml.Value);
                break;
        }
    }

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "hidden-text":
                HasHiddenText |= HiddenText.SaysSomething(xml.Odf("string-value") ?? "");
                Skip(xml);
                break;
            case var name when Skipped.Contains(name):
                Skip(xml);
                break;
            case "section" when styles.IsHidden("section", xml.Odf("style-name")) || xml.Odf("display") is "none":
                HasHiddenText = true;
                Skip(xml);
                break;
            case "p" or "h":
                StartParagraph(xml);
                break;
            case "span" or "a":
                spans.Push(SpanOf("text", xml.Odf("style-name"), spans.TryPeek(out var outer) ? outer : null));
                break;
            case "list":
                StartList(xml);
                break;
            case "list-item" when lists.TryPeek(out var list):
                list.ItemIsNew = true;
                break;
            case "note-body":
                notesOpen++;
                break;
            case "table":
                tables++;
                break;
            case "table-cell":
                cellBackgrounds.Push(styles.HasBackground("table-cell", xml.Odf("style-name")));
                break;
            case "s":
                Append(new string(' ', Math.Clamp(int.TryParse(xml.Odf("c"), NumberStyles.None, CultureInfo.InvariantCulture, out var blanks) ? blanks : 1, 0, MostBlanks)));
                break;
            case "tab":
                Append("\t");
                break;
            case "line-break":
                Append("\n");
                break;
        }
    }

    private void StartList(XmlReader xml)
    {
        var list = new List(xml.Odf("style-name") ?? (lists.TryPeek(out var around) ? around.Style : null));
        if (lists.Count == 0 && list.Style is { } style && xml.Odf("continue-numbering") != "true" && xml.Odf("continue-list") is null)
            styles.Numbering.Restart(style);
        lists.Push(list);
    }

    private void StartParagraph(XmlReader xml)
    {
        var style = xml.Odf("style-name");
        if (!anyParagraph) MasterPage = styles.MasterPageOf(style);
        anyParagraph = true;
        if (paragraphs.Count >= limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
        var level = xml.LocalName == "h" ? Math.Clamp(int.TryParse(xml.Odf("outline-level"), CultureInfo.InvariantCulture, out var outline) ? outline : 1, 1, 9) : 0;
        paragraphs.Push(new Paragraph(level, MarkOf(style, level), level == 0 && lists.Count > 0, spans.Count, styles.HasBackground("paragraph", style)));
        spans.Push(SpanOf("paragraph", style, null));
    }

    private string MarkOf(string? style, int level)
    {
        if (lists.TryPeek(out var list))
        {
            if (!list.ItemIsNew) return "";
            foreach (var outer in lists) outer.ItemIsNew = false;
            return styles.Numbering.Next(list.Style ?? styles.ListOf(style) ?? "", lists.Count - 1);
        }

        return level > 0 ? styles.HeadingMark(level) : "";
    }

    private Span SpanOf(string family, string? style, Span? outer) => new(
        styles.IsHidden(family, style) || outer is { IsHidden: true },
        styles.IsWhite(family, style) ?? outer?.IsWhite ?? false,
        styles.HasBackground(family, style) || outer is { HasBackground: true });

    private void End(string name)
    {
        switch (name)
        {
            case "p" or "h" when paragraphs.TryPop(out var paragraph):
                while (spans.Count > paragraph.SpansOutside) spans.Pop();
                Finish(paragraph);
                break;
            case "span" or "a" when spans.Count > (paragraphs.TryPeek(out var open) ? open.SpansOutside + 1 : 0):
                spans.Pop();
                break;
            case "list":
                lists.TryPop(out _);
                break;
            case "note-body" when notesOpen > 0:
                notesOpen--;
                break;
            case "table" when tables > 0:
                tables--;
                break;
            case "table-cell" or "covered-table-cell" when tables > 0:
                if (name == "table-cell") cellBackgrounds.TryPop(out _);
                flow.EndCell(tables);
                break;
            case "table-row" when tables > 0:
                flow.EndRow(tables);
                break;
        }
    }

    private void Finish(Paragraph paragraph)
    {
        var text = paragraph.Text.ToString();
        if (string.IsNullOrWhiteSpace(text)) return;
        if (paragraph.Mark.Length > 0) text = paragraph.Mark + " " + text.TrimStart();
        var block = paragraph.Level > 0 ? new Block(text, ParagraphKind.Heading, Math.Min(paragraph.Level, 6))
            : new Block(text, paragraph.IsItem ? ParagraphKind.ListItem : ParagraphKind.Body);
        if (notesOpen > 0) notes.Add(block);
        else flow.Add(block, tables);
    }

    /// <summary>White space in the file is one blank; real blanks are elements of their own.</summary>
    private void AppendCollapsed(string text)
    {
        if (!paragraphs.TryPeek(out var paragraph)) return;
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n')) collapsed.Append(c);
            else if (collapsed.Length > 0 ? collapsed[^1] != ' ' : !paragraph.EndsWithBlank) collapsed.Append(' ');
        }

        Append(collapsed.ToString());
    }

    private void Append(string text)
    {
        if (!paragraphs.TryPeek(out var paragraph)) return;
        if (spans.TryPeek(out var span) && (span.IsHidden || (span.IsWhite && !span.HasBackground && !paragraph.HasBackground && !cellBackgrounds.Contains(true))))
        {
            HasHiddenText |= HiddenText.SaysSomething(text);
            return;
        }

        paragraph.Append(text);
    }

    private void Skip(XmlReader xml)
    {
        if (!xml.IsEmptyElement) skipFrom = xml.Depth;
    }

    private sealed record Span(bool IsHidden, bool IsWhite, bool HasBackground);

    private sealed class List(string? style)
    {
        public string? Style => style;

        public bool ItemIsNew { get; set; }
    }

    private sealed class Paragraph(int level, string mark, bool isItem, int spansOutside, bool hasBackground)
    {
        public int Level => level;

        public string Mark => mark;

        public bool IsItem => isItem;

        public int SpansOutside => spansOutside;

        public bool HasBackground => hasBackground;

        public StringBuilder Text { get; } = new();

        public bool EndsWithBlank => Text.Length == 0 || Text[^1] is ' ' or '\n' or '\t';

        public void Append(string text) => Text.Append(text);
    }
}
