using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Html;

/// <summary>Goes through a page as a reader sees it: blocks become paragraphs, what is hidden is left out.</summary>
internal sealed class HtmlWalk(ExtractionLimits limits, HtmlStyles styles)
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "head", "title", "svg", "math", "iframe", "object", "select", "textarea", "button", "input",
        "audio", "video", "canvas", "datalist", "rp", "rt",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "tfoot", "thead", "ul", "option",
    };

    private readonly StringBuilder inline = new();
    private readonly Stack<int?> numbers = new();
    private string mark = "";
    private List<Block> blocks = [];
    private ParagraphKind kind;
    private int level;
    private int preformatted;
    private HtmlLook look;

    /// <summary>Words were left out that no reader sees.</summary>
    public bool HasHiddenText { get; private set; }

    public List<Block> Blocks(INode root)
    {
        Walk(root, 0);
        Flush();
        return blocks;
    }

    private void Walk(INode node, int depth)
    {
        if (depth > limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
        switch (node)
        {
            case IText text:
                Append(text.Data);
                break;
            case IElement element when !Skipped.Contains(element.LocalName):
                Visit(element, depth);
                break;
        }
    }

    private void Visit(IElement element, int depth)
    {
        var outer = look;
        look = look.Inside(styles.Of(element));
        Element(element, depth);
        look = outer;
    }

    private void Element(IElement element, int depth)
    {
        var name = element.LocalName;
        if (name is "br")
        {
            inline.Append('\n');
        }
        else if (name is "tr")
        {
            Row(element, depth);
        }
        else if (name is "li")
        {
            Item(element, depth);
        }
        else if (name is ['h', >= '1' and <= '6'])
        {
            Enclosed(element, ParagraphKind.Heading, name[1] - '0', depth);
        }
        else if (BlockElements.Contains(name) || name is "td" or "th")
        {
            Flush();
            if (name is "pre") preformatted++;
            if (name is "ol" or "ul" or "menu") numbers.Push(name is "ol" ? Start(element) : null);
            Children(element, depth);
            Flush();
            if (name is "pre") preformatted--;
            if (name is "ol" or "ul" or "menu") numbers.Pop();
        }
        else
        {
            Children(element, depth);
        }
    }

    /// <summary>The number of an item in an ordered list is what its reader sees and the page does not hold.</summary>
    private void Item(IElement element, int depth)
    {
        Flush();
        if (numbers.TryPop(out var number))
        {
            number = int.TryParse(element.GetAttribute("value"), CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            numbers.Push(number);
            if (number is { } shown && look.IsSeen) mark = shown.ToString(CultureInfo.InvariantCulture) + ". ";
        }

        Enclosed(element, ParagraphKind.ListItem, 0, depth);
        mark = "";
    }

    private void Enclosed(IElement element, ParagraphKind inside, int insideLevel, int depth)
    {
        Flush();
        var (outerKind, outerLevel) = (kind, level);
        (kind, level) = (inside, insideLevel);
        Children(element, depth);
        Flush();
        (kind, level) = (outerKind, outerLevel);
    }

    private void Row(IElement row, int depth)
    {
        Flush();
        var outer = blocks;
        var cells = new List<IReadOnlyList<Block>>();
        foreach (var cell in row.ChildNodes)
        {
            blocks = [];
            Walk(cell, depth + 1);
            Flush();
            if (cell is IElement) cells.Add(blocks);
        }

        blocks = outer;
        blocks.AddRange(TableRow.Blocks(cells));
    }

    private void Children(IElement element, int depth)
    {
        foreach (var child in element.ChildNodes) Walk(child, depth + 1);
    }

    private void Append(string text)
    {
        if (!look.IsSeen)
        {
            HasHiddenText |= HiddenText.SaysSomething(text);
            return;
        }

        foreach (var c in text)
        {
            if (c is '\n' && preformatted > 0) inline.Append('\n');
            else if (c is not (' ' or '\t' or '\r' or '\n' or '\f')) inline.Append(c);
            else if (inline.Length > 0 && inline[^1] is not (' ' or '\n')) inline.Append(' ');
        }
    }

    private void Flush()
    {
        var block = new Block(inline.ToString(), kind, level);
        inline.Clear();
        if (block.IsBlank) return;
        blocks.Add(block with { Text = mark + block.Text.TrimStart() });
        mark = "";
    }

    /// <summary>One before the list's first number.</summary>
    private static int Start(IElement list) => int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start - 1 : 0;
}
