using System.Buffers.Binary;
using System.Text;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Doc;

/// <summary>The letters of a document with what holds where they lie, part by part.</summary>
internal sealed class DocBody
{
    private const int Footnotes = 1;
    private const int Headers = 2;
    private const int Endnotes = 5;
    private const int TextBoxes = 6;
    private const int FirstHeaderStory = 6;
    private const int StoriesOfSection = 6;

    private readonly ExtractionLimits limits;
    private readonly DocPieces pieces;
    private readonly DocFormats paragraphs;
    private readonly DocFormats letters;
    private readonly DocStyles styles;
    private readonly ListNumbering numbering;
    private readonly IReadOnlyList<int> parts;
    private readonly int[] stories;
    private DocPiece current;
    private int hiddenLetters;

    public DocBody(DocHead head, byte[] document, byte[] table, ExtractionLimits limits)
    {
        this.limits = limits;
        pieces = DocPieces.Read(head, document, table, limits);
        parts = head.Parts;
        styles = DocStyles.Read(head.IsOld ? [] : head.Structure(table, 1));
        letters = DocFormats.Characters(head.IsOld ? [] : head.Structure(table, 12), document);
        paragraphs = DocFormats.Paragraphs(head.IsOld ? [] : head.Structure(table, 13), document);
        stories = head.IsOld ? [] : Numbers(head.Structure(table, 11));
        numbering = head.IsOld ? new ListNumbering() : DocLists.Read(head.Structure(table, 73), head.After(table, 73), head.Structure(table, 74));
    }

    public bool HasHiddenText { get; private set; }

    public bool HasPictures { get; private set; }

    public IReadOnlyList<Block> Main() => [.. Part(0), .. Part(TextBoxes)];

    public IReadOnlyList<Block> Notes() => [.. Part(Footnotes), .. Part(Endnotes)];

    /// <summary>The first section's: of its first page, or of every other.</summary>
    public IEnumerable<Block> Header() => Story(4) is { Count: > 0 } first ? first : Story(1) is { Count: > 0 } odd ? odd : Story(0);

    public IEnumerable<Block> Footer() => Story(5) is { Count: > 0 } first ? first : Story(3) is { Count: > 0 } odd ? odd : Story(2);

    private List<Block> Story(int index)
    {
        var at = FirstHeaderStory + index;
        if (index >= StoriesOfSection || at + 1 >= stories.Length) return [];
        var start = Start(Headers);
        return [.. Range(start + stories[at], start + stories[at + 1]).Where(block => block.Text.Any(char.IsLetterOrDigit))];
    }

    private IReadOnlyList<Block> Part(int index) => Range(Start(index), Start(index) + parts[index]);

    private long Start(int index)
    {
        var start = 0L;
        for (var i = 0; i < index; i++) start += parts[i];
        return start;
    }

    private IReadOnlyList<Block> Range(long from, long to)
    {
        var flow = new FlowText(limits);
        var text = new StringBuilder();
        var fields = new Stack<Field>();
        var look = default(LetterLook);
        long lookEnds = 0;
        var end = (int)Math.Min(to, pieces.Text.Length);
        for (var at = (int)Math.Clamp(from, 0, pieces.Text.Length); at < end; at++)
        {
            var place = PlaceOf(at, out var pieceEnds);
            if (at >= lookEnds)
            {
                var stretch = letters.At(place);
                look = LookOf(stretch.Properties.Span, place);
                lookEnds = Math.Min(pieceEnds, at + StretchLetters(stretch.End - place, at));
            }

            Take(pieces.Text[at], place, look, text, fields, flow);
        }

        if (text.Length > 0) flow.Add(new Block(text.ToString()), 0);
        return flow.Blocks;
    }

    private long PlaceOf(int letter, out int pieceEnds)
    {
        if (letter < current.Start || letter >= current.Start + current.Length) current = Find(letter);
        pieceEnds = current.Start + current.Length;
        return current.OffsetOf(letter);
    }

    private DocPiece Find(int letter)
    {
        int low = 0, high = pieces.Pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces.Pieces[middle].Start <= letter) low = middle;
            else high = middle - 1;
        }

        return pieces.Pieces[low];
    }

    private long StretchLetters(long bytes, int at) => current.IsNarrow || at < current.Start ? Math.Max(bytes, 1) : Math.Max(bytes / 2, 1);

    private LetterLook LookOf(ReadOnlySpan<byte> properties, long place)
    {
        var paragraph = paragraphs.At(place).Properties.Span;
        var look = styles.LetterLook(paragraph.Length >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(paragraph) : 0);
        var sprm = new Sprm(properties);
        while (sprm.Next())
        {
            if (sprm.Code == Sprm.CharacterStyle) look.Apply(styles.Letters(sprm.Number));
        }

        look.Apply(properties);
        return look;
    }

    private ParagraphLook ParagraphAt(long place)
    {
        var properties = paragraphs.At(place).Properties.Span;
        if (properties.Length < 2) return default;
        var look = styles.ParagraphLook(BinaryPrimitives.ReadUInt16LittleEndian(properties));
        look.Apply(properties[2..]);
        return look;
    }

    private void Take(char c, long place, LetterLook look, StringBuilder text, Stack<Field> fields, FlowText flow)
    {
        switch (c)
        {
            case '\r' or '\f' or '\u000E':
                EndParagraph(place, text, flow, isCell: false);
                break;
            case '\a':
                EndParagraph(place, text, flow, isCell: true);
                break;
            case '\u0013':
                if (fields.Count < limits.Depth) fields.Push(new Field(fields.TryPeek(out var around) && around.IsPageNumber));
                break;
            case '\u0014':
                if (fields.TryPeek(out var separated)) separated.InResult = true;
                break;
            case '\u0015':
                fields.TryPop(out _);
                break;
            case '\u0001' or '\u0008':
                HasPictures = true;
                break;
            default:
                Write(SignOf(c, look), place, look, text, fields);
                break;
        }
    }

    private static string SignOf(char c, LetterLook look) => c switch
    {
        '\v' => "\n",
        '\u001E' => "-",
        '\u001F' => "",
        '(' when look.Symbol is { } symbol => symbol.ToString(),
        '\t' => "\t",
        < ' ' => "",
        _ => c.ToString(),
    };

    private void Write(string sign, long place, LetterLook look, StringBuilder text, Stack<Field> fields)
    {
        if (fields.TryPeek(out var field) && !field.InResult)
        {
            field.Take(sign);
            return;
        }

        if (look.IsDeleted || (field is not null && field.IsPageNumber)) return;
        if (look.IsHidden || (look.IsWhite && !look.HasBackground && !ParagraphAt(place).HasBackground))
        {
            hiddenLetters += sign.Length > 0 && char.IsLetter(sign[0]) ? 1 : 0;
            HasHiddenText |= hiddenLetters >= 3;
            return;
        }

        text.Append(sign);
    }

    private void EndParagraph(long place, StringBuilder text, FlowText flow, bool isCell)
    {
        var look = ParagraphAt(place);
        var depth = isCell ? Math.Max(look.TableDepth, 1) : look.TableDepth;
        if (look.EndsRow && isCell)
        {
            text.Clear();
            flow.EndRow(1);
            return;
        }

        if (look.EndsInnerRow)
        {
            text.Clear();
            flow.EndRow(depth);
            return;
        }

        flow.Add(Describe(look, text.ToString()), depth);
        text.Clear();
        if (isCell) flow.EndCell(1);
        else if (look.EndsInnerCell) flow.EndCell(depth);
    }

    private Block Describe(ParagraphLook look, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return default;
        var level = styles.HeadingLevel(look);
        var mark = look.List is > 0 and < 0x7FF ? numbering.Next(DocLists.Key(look.List), look.ListLevel) : null;
        var marked = mark is { Length: > 0 } ? mark + " " + text : text;
        return level > 0 ? new Block(marked, ParagraphKind.Heading, level)
            : new Block(marked, mark is null ? ParagraphKind.Body : ParagraphKind.ListItem);
    }

    private static int[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new int[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Math.Max(BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * 4)..]), 0);
        return numbers;
    }

    private sealed class Field(bool isInPageNumber)
    {
        private string code = "";

        public bool InResult { get; set; }

        public bool IsPageNumber { get; private set; } = isInPageNumber;

        public void Take(string text)
        {
            if (code.Length > 200) return;
            code += text;
            IsPageNumber |= FieldCode.IsPageNumber(code);
        }
    }
}
