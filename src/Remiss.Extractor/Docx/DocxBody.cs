using System.Globalization;
using System.Xml;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Docx;

/// <summary>One part with paragraphs in it: the body, a header, a footer or the notes.</summary>
internal sealed class DocxBody(DocxStyles styles, ListNumbering numbering, ExtractionLimits limits)
{
    /// <summary>Elements whose content no reader sees, or sees elsewhere.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "Fallback", "del", "moveFrom", "delText", "delInstrText", "sdtPr", "rt", "pPrChange", "rPrChange", "tblPrChange", "sectPrChange",
    };

    private readonly Stack<DocxParagraph> paragraphs = new();
    private readonly Stack<Row> rows = new();
    private readonly List<Block> blocks = [];
    private readonly List<(string Type, string Id)> headers = [];
    private readonly List<(string Type, string Id)> footers = [];
    private readonly DocxFields fields = new();
    private string carried = "";
    private bool firstSectionSeen;
    private bool titlePage;
    private RunLook run;
    private readonly Stack<bool> tables = new();
    private bool pageIsColoured;
    private bool shapeIsFilled;
    private int textBoxes;
    private bool inText;
    private bool inInstruction;
    private int skipFrom = int.MaxValue;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Words were left out that no reader sees.</summary>
    public bool HasHiddenText { get; private set; }

    public IEnumerable<string> HeadersInUse => InUse(headers);

    public IEnumerable<string> FootersInUse => InUse(footers);

    public static DocxBody Read(DocxPackage package, string part, DocxStyles styles, ListNumbering numbering)
    {
        var body = new DocxBody(styles, numbering, package.Limits);
        package.Read(part, body.Node);
        body.Flush();
        return body;
    }

    /// <summary>What stands on the first page.</summary>
    private IEnumerable<string> InUse(List<(string Type, string Id)> references) =>
        references.Where(reference => reference.Type == (titlePage && references.Exists(other => other.Type == "first") ? "first" : "default"))
            .Select(reference => reference.Id).Take(1);

    private void Node(XmlReader xml)
    {
        if (xml.Depth > skipFrom) return;
        skipFrom = int.MaxValue;
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Start(xml);
                if (xml.IsEmptyElement) End(xml.LocalName);
                break;
            case XmlNodeType.EndElement:
                End(xml.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace when inText:
                Append(xml.Value);
                break;
            case XmlNodeType.Text when inInstruction:
                fields.Instruction(xml.Value);
                break;
        }
    }

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case var name when Skipped.Contains(name) && !IsMarkOfDeletion(name):
                Skip(xml);
                break;
            case "footnote" or "endnote" when xml.Word("type") is { } type && type != "normal":
                Skip(xml);
                break;
            case "p" when xml.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal):
                paragraphs.Push(new DocxParagraph());
                break;
            case "tbl":
                tables.Push(false);
                break;
            case "tblStyle" when tables.TryPop(out var coloured):
                tables.Push(coloured || styles.IsColoured(xml.Word("val")));
                break;
            case "background":
                pageIsColoured = xml.Word("color") is { } page && !page.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase);
                break;
            case "wsp" or "shape" or "rect" or "roundrect":
                shapeIsFilled = xml.GetAttribute("fillcolor") is { } fill && fill is not ("white" or "#ffffff");
                break;
            case "solidFill" or "gradFill" or "blipFill" or "pattFill" or "fillRef":
                shapeIsFilled = true;
                break;
            case "txbxContent":
                textBoxes++;
                break;
            case "shd" when rows.TryPeek(out var shaded) && paragraphs.Count == shaded.ParagraphsOutside:
                shaded.IsOnColour |= RunLook.IsDark(xml);
                break;
            case "tr":
                rows.Push(new Row(blocks.Count, paragraphs.Count));
                break;
            case "tc" when rows.TryPeek(out var row):
                row.CellStart = blocks.Count;
                row.IsOnColour = false;
                break;
            case "r":
                run = default;
                break;
            case "t":
                inText = true;
                break;
            case "instrText":
                inInstruction = true;
                break;
            case "headerReference" when !firstSectionSeen:
                headers.Add((xml.Word("type") ?? "default", RelationId(xml)));
                break;
            case "footerReference" when !firstSectionSeen:
                footers.Add((xml.Word("type") ?? "default", RelationId(xml)));
                break;
            case "titlePg" when !firstSectionSeen:
                titlePage = xml.IsOn();
                break;
            case "fldSimple":
                fields.Simple(xml.Word("instr") ?? "", xml.IsEmptyElement);
                break;
            default:
                if (paragraphs.TryPeek(out var paragraph)) Inside(xml, paragraph);
                break;
        }
    }

    private void Inside(XmlReader xml, DocxParagraph paragraph)
    {
        switch (xml.LocalName)
        {
            case "pPr":
                paragraph.InProperties = !xml.IsEmptyElement;
                break;
            case "pStyle":
                paragraph.Style = xml.Word("val");
                break;
            case "outlineLvl" when int.TryParse(xml.Word("val"), CultureInfo.InvariantCulture, out var level):
                paragraph.OutlineLevel = level;
                break;
            case "numId":
                paragraph.Number = xml.Word("val");
                break;
            case "ilvl" when int.TryParse(xml.Word("val"), CultureInfo.InvariantCulture, out var level):
                paragraph.NumberLevel = level;
                break;
            case "del" or "moveFrom":
                paragraph.MarkDeleted = true;
                break;
            case "vanish" or "color" or "sz" or "highlight" when !paragraph.InProperties:
                run.Take(xml);
                break;
            case "shd":
                if (paragraph.InProperties) paragraph.IsOnColour |= RunLook.IsDark(xml);
                else run.Take(xml);
                break;
            case "rStyle" when !paragraph.InProperties:
                run = run.Over(styles.Look(xml.Word("val")));
                break;
            case "tab" when !paragraph.InProperties:
                Append("\t");
                break;
            case "ptab":
                Append("\t");
                break;
            case "br" or "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                Append(Symbol(xml.Word("char")));
                break;
            case "fldChar":
                fields.Character(xml.Word("fldCharType"));
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "instrText":
                inInstruction = false;
                break;
            case "pPr" when paragraphs.TryPeek(out var paragraph):
                paragraph.InProperties = false;
                break;
            case "fldSimple":
                fields.EndSimple();
                break;
            case "p" when paragraphs.Count > 0:
                Finish(paragraphs.Pop());
                break;
            case "tc" when rows.TryPeek(out var row):
                row.Cells.Add(blocks[row.CellStart..]);
                break;
            case "tr" when rows.Count > 0:
                Finish(rows.Pop());
                break;
            case "tbl":
                tables.TryPop(out _);
                break;
            case "txbxContent" when textBoxes > 0:
                textBoxes--;
                break;
            case "sectPr":
                firstSectionSeen = true;
                break;
        }
    }

    private void Finish(DocxParagraph paragraph)
    {
        var text = carried + paragraph.Text;
        carried = "";
        if (paragraph.MarkDeleted)
        {
            carried = text;
            return;
        }

        if (string.IsNullOrWhiteSpace(text)) return;
        if (blocks.Count >= limits.Paragraphs) throw new LimitExceededException(ExtractionReasons.TooLarge);
        blocks.Add(Describe(paragraph, text));
    }

    private Block Describe(DocxParagraph paragraph, string text)
    {
        var level = paragraph.OutlineLevel is >= 0 and <= 5 ? paragraph.OutlineLevel.Value + 1 : styles.HeadingLevel(paragraph.Style);
        var list = paragraph.Number is { } own
            ? own == "0" ? null : (own, paragraph.NumberLevel ?? 0)
            : styles.Numbering(paragraph.Style);
        if (list is not { } item) return level > 0 ? new Block(text, ParagraphKind.Heading, level) : new Block(text);

        var mark = numbering.Next(item.Item1, item.Item2);
        var marked = mark.Length > 0 ? mark + " " + text : text;
        return level > 0 ? new Block(marked, ParagraphKind.Heading, level) : new Block(marked, ParagraphKind.ListItem);
    }

    private void Finish(Row row)
    {
        if (row.Cells.Count == 0) return;
        blocks.RemoveRange(row.Start, blocks.Count - row.Start);
        blocks.AddRange(TableRow.Blocks(row.Cells));
    }

    private void Flush()
    {
        while (paragraphs.Count > 0) Finish(paragraphs.Pop());
        if (carried.Length > 0) blocks.Add(new Block(carried));
    }

    private void Append(string text)
    {
        if (fields.IsCode || fields.IsPageNumber || !paragraphs.TryPeek(out var paragraph)) return;
        var isOnColour = paragraph.IsOnColour || pageIsColoured || tables.Contains(true) || (textBoxes > 0 && shapeIsFilled) || rows.Any(row => row.IsOnColour);
        if (run.Over(styles.Look(paragraph.Style)).IsSeen(isOnColour)) paragraph.Append(text);
        else HasHiddenText |= HiddenText.SaysSomething(text);
    }

    private void Skip(XmlReader xml)
    {
        if (!xml.IsEmptyElement) skipFrom = xml.Depth;
    }

    /// <summary>In a paragraph's properties <c>w:del</c> says that its end, not its text, was deleted.</summary>
    private bool IsMarkOfDeletion(string name) =>
        name is "del" or "moveFrom" && paragraphs.TryPeek(out var paragraph) && paragraph.InProperties;

    private static string RelationId(XmlReader xml)
    {
        const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        return xml.GetAttribute("id", Transitional) ?? xml.GetAttribute("id", Strict) ?? "";
    }

    private static string Symbol(string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) && value is > 0x20 and < 0xD800 or >= 0xE000 and <= 0xFFFF
            ? ((char)(value < 0x100 ? value + 0xF000 : value)).ToString()
            : "";

    private sealed class Row(int start, int paragraphsOutside)
    {
        public int Start { get; } = start;

        public int ParagraphsOutside => paragraphsOutside;

        public bool IsOnColour { get; set; }

        public int CellStart { get; set; } = start;

        public List<IReadOnlyList<Block>> Cells { get; } = [];
    }
}
