using System.Buffers;
using System.Text;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Rtf;

/// <summary>Follows the groups and words of rich text and puts its paragraphs together.</summary>
internal sealed class RtfBody(ExtractionLimits limits)
{
    private readonly RtfTables tables = new();
    private readonly Stack<RtfState> outer = new();
    private readonly Stack<RtfField> fields = new();
    private readonly ArrayBufferWriter<byte> pending = new();
    private readonly RtfPart header = new(limits);
    private readonly RtfPart footer = new(limits);
    private readonly RtfPart notes = new(limits);
    private readonly RtfPart main = new(limits);
    private RtfState state = new() { Fallback = 1, Points = 12 };
    private Encoding? pendingEncoding;
    private int skipSigns;
    private bool titlePage;
    private bool groupIsNew;
    private char? highSurrogate;
    private bool rowIsDark;
    private long characters;

    public IReadOnlyList<Block> Blocks => main.Flow.Blocks;

    public IEnumerable<Block> Header => header.Flow.Blocks.Where(block => block.Text.Any(char.IsLetterOrDigit));

    public IEnumerable<Block> Footer => footer.Flow.Blocks.Where(block => block.Text.Any(char.IsLetterOrDigit));

    public IReadOnlyList<Block> Notes => notes.Flow.Blocks;

    public bool HasHiddenText { get; private set; }

    public bool HasPictures { get; private set; }

    public void Read(ReadOnlyMemory<byte> content)
    {
        var tokens = new RtfTokenizer(content);
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case RtfKind.GroupStart:
                    FlushBytes();
                    if (outer.Count >= limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
                    outer.Push(state);
                    state.IsOptional = false;
                    groupIsNew = true;
                    skipSigns = 0;
                    break;
                case RtfKind.GroupEnd:
                    FlushBytes();
                    EndGroup();
                    break;
                case RtfKind.Word:
                    FlushBytes();
                    Control(tokens.Word, tokens.Parameter);
                    groupIsNew = tokens.Word == "*";
                    break;
                default:
                    Take(tokens.Bytes.Span);
                    groupIsNew = false;
                    break;
            }
        }

        FlushBytes();
        EndParagraph(main);
        EndParagraph(header);
        EndParagraph(footer);
        EndParagraph(notes);
    }

    private RtfPart? Current => state.Target switch
    {
        RtfTarget.Body => main,
        RtfTarget.Header => header,
        RtfTarget.Footer => footer,
        RtfTarget.Note => notes,
        _ => null,
    };

    private void EndGroup()
    {
        var ended = state;
        if (outer.TryPop(out var around)) state = around;
        if (ended.Target != state.Target && ended.Target is RtfTarget.Header) EndParagraph(header);
        if (ended.Target != state.Target && ended.Target is RtfTarget.Footer) EndParagraph(footer);
        if (ended.Target != state.Target && ended.Target is RtfTarget.Note) EndParagraph(notes);
        if (fields.TryPeek(out var field) && outer.Count < field.Depth) fields.Pop();
        skipSigns = 0;
    }

    private void Control(string word, int? parameter)
    {
        if (skipSigns > 0)
        {
            skipSigns--;
            return;
        }

        if (word == "*")
        {
            state.IsOptional = true;
            return;
        }

        if (groupIsNew && StartsGroup(word)) return;
        state.IsOptional = false;
        switch (state.Target)
        {
            case RtfTarget.FontTable:
                tables.FontWord(word, parameter ?? 0);
                break;
            case RtfTarget.ColourTable:
                tables.ColourWord(word, parameter ?? 0);
                break;
            case RtfTarget.StyleSheet:
                tables.StyleWord(word, parameter ?? 0);
                break;
            case RtfTarget.Nowhere:
                break;
            default:
                Format(word, parameter);
                break;
        }
    }

    /// <summary>The word says what the group is.</summary>
    private bool StartsGroup(string word)
    {
        if (word is "pict" or "shppict" or "nonshppict") HasPictures = true;
        if (state.Target == RtfTarget.Nowhere && word != "ud") return false;
        if (RtfDestinations.IsPassedOver(word, state.IsOptional))
        {
            state.Target = RtfTarget.Nowhere;
            return true;
        }

        RtfTarget? target = word switch
        {
            "fonttbl" => RtfTarget.FontTable,
            "colortbl" => RtfTarget.ColourTable,
            "stylesheet" => RtfTarget.StyleSheet,
            "footnote" => RtfTarget.Note,
            "header" or "headerr" => PartTarget(header, RtfTarget.Header, isFirst: false),
            "headerf" => PartTarget(header, RtfTarget.Header, isFirst: true),
            "footer" or "footerr" => PartTarget(footer, RtfTarget.Footer, isFirst: false),
            "footerf" => PartTarget(footer, RtfTarget.Footer, isFirst: true),
            "headerl" or "footerl" => RtfTarget.Nowhere,
            "fldinst" => RtfTarget.Code,
            "ud" => outer.TryPeek(out var upr) && upr.Target == RtfTarget.Nowhere && outer.Count > 1 ? outer.ElementAt(1).Target : state.Target,
            _ => null,
        };
        if (word == "field") fields.Push(new RtfField(outer.Count));
        if (word == "fldrslt" && fields.TryPeek(out var field)) state.IsPageNumber |= field.IsPageNumber;
        if (word == "shptxt") EndParagraph(Current);
        if (target is not { } found) return word is "field" or "fldrslt" or "shptxt";
        state.Target = found;
        return true;
    }

    /// <summary>Of several headers the one on the first page counts: its own where it has one.</summary>
    private RtfTarget PartTarget(RtfPart part, RtfTarget target, bool isFirst)
    {
        if (part.IsTaken && !(isFirst && titlePage && !part.IsFirstPage)) return RtfTarget.Nowhere;
        if (isFirst && !titlePage) return RtfTarget.Nowhere;
        part.Flow = new FlowText(limits);
        (part.IsTaken, part.IsFirstPage) = (true, isFirst);
        return target;
    }

    private void Format(string word, int? parameter)
    {
        var isOn = parameter != 0;
        switch (word)
        {
            case "ansicpg":
                tables.CodePage(parameter ?? 1252);
                break;
            case "mac":
                tables.CodePage(10000);
                break;
            case "pc":
                tables.CodePage(437);
                break;
            case "pca":
                tables.CodePage(850);
                break;
            case "f":
                state.Font = parameter ?? 0;
                break;
            case "uc":
                state.Fallback = Math.Clamp(parameter ?? 1, 0, 100);
                break;
            case "u":
                Unicode(parameter ?? 0);
                break;
            case "plain":
                state.Plain();
                break;
            case "v":
                state.IsHidden = isOn;
                break;
            case "deleted":
                state.IsDeleted = isOn;
                break;
            case "cf":
                state.Colour = parameter ?? 0;
                break;
            case "cb" or "chcbpat" or "highlight":
                state.Background = parameter ?? 0;
                break;
            case "cbpat":
                state.Shading = parameter ?? 0;
                break;
            case "clcbpat":
                rowIsDark |= IsDark(parameter ?? 0);
                break;
            case "trowd":
                rowIsDark = false;
                break;
            case "fs":
                state.Points = (parameter ?? 24) / 2.0;
                break;
            case "titlepg":
                titlePage = true;
                break;
            case "pard":
                state.NewParagraph();
                break;
            case "s":
                state.Style = parameter ?? 0;
                break;
            case "outlinelevel":
                state.Heading = parameter is >= 0 and <= 8 ? Math.Min(parameter.Value + 1, 6) : 0;
                break;
            case "intbl":
                state.TableDepth = Math.Max(state.TableDepth, 1);
                break;
            case "itap":
                state.TableDepth = Math.Max(parameter ?? 0, 0);
                break;
            case "listtext" or "pntext":
                if (Current is { } part) part.IsItem = true;
                break;
            default:
                Sign(word);
                break;
        }
    }

    private void Sign(string word)
    {
        switch (word)
        {
            case "par" or "page" or "sect" or "column":
                EndParagraph(Current);
                break;
            case "cell" or "nestcell":
                EndParagraph(Current, isCell: true);
                Current?.Flow.EndCell(word == "cell" ? 1 : state.TableDepth);
                break;
            case "row" or "nestrow":
                Current?.Flow.EndRow(word == "row" ? 1 : state.TableDepth);
                break;
            case "line" or "lbr":
                Write("\n");
                break;
            case "tab":
                Write("\t");
                break;
            default:
                if (RtfSigns.Of(word) is { } sign) Write(sign);
                break;
        }
    }

    private void Unicode(int code)
    {
        var sign = (char)(ushort)code;
        if (char.IsHighSurrogate(sign)) highSurrogate = sign;
        else if (char.IsLowSurrogate(sign) && highSurrogate is { } high) Write(new string([high, sign]));
        else Write(sign.ToString());
        if (!char.IsHighSurrogate(sign)) highSurrogate = null;
        skipSigns = state.Fallback;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (skipSigns > 0)
        {
            var skipped = Math.Min(skipSigns, bytes.Length);
            skipSigns -= skipped;
            bytes = bytes[skipped..];
        }

        if (bytes.IsEmpty || state.Target == RtfTarget.Nowhere) return;
        if (state.Target == RtfTarget.ColourTable)
        {
            foreach (var value in bytes)
            {
                if (value == ';') tables.ColourEnds();
            }

            return;
        }

        if (state.Target == RtfTarget.FontTable) return;
        var encoding = tables.EncodingOf(state.Font);
        if (pending.WrittenCount > 0 && encoding != pendingEncoding) FlushBytes();
        pendingEncoding = encoding;
        pending.Write(bytes);
    }

    private void FlushBytes()
    {
        if (pending.WrittenCount == 0) return;
        var bytes = pending.WrittenSpan;
        var text = pendingEncoding?.GetString(bytes) ?? Symbols(bytes);
        pending.ResetWrittenCount();
        Write(text);
    }

    private static string Symbols(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes) text.Append(value <= 0x20 ? ' ' : (char)(0xF000 + value));
        return text.ToString();
    }

    private void Write(string text)
    {
        switch (state.Target)
        {
            case RtfTarget.StyleSheet:
                tables.StyleText(text);
                return;
            case RtfTarget.Code:
                if (fields.TryPeek(out var field)) field.Take(text);
                return;
        }

        if (Current is not { } part || state.IsDeleted || state.IsPageNumber) return;
        if (state.IsHidden || state.Points < HiddenText.SmallestPoints || IsWhiteOnWhite())
        {
            HasHiddenText |= HiddenText.SaysSomething(text);
            return;
        }

        characters += text.Length;
        if (characters > limits.Characters) throw new LimitExceededException(ExtractionReasons.TooLarge);
        part.Text.Append(text);
    }

    private bool IsWhiteOnWhite() =>
        tables.Colour(state.Colour) is { } colour && HiddenText.IsWhite(colour) && !IsDark(state.Background) && !IsDark(state.Shading) && !(state.TableDepth > 0 && rowIsDark);

    private bool IsDark(int background) => tables.Colour(background) is { } colour && !HiddenText.IsWhite(colour);

    private void EndParagraph(RtfPart? part, bool isCell = false)
    {
        if (part is null) return;
        var text = part.Text.ToString();
        var level = state.Heading > 0 ? state.Heading : tables.HeadingLevel(state.Style);
        var block = level > 0 ? new Block(text, ParagraphKind.Heading, level)
            : part.IsItem && !text.StartsWith('\t') ? new Block(text.Replace('\t', ' '), ParagraphKind.ListItem)
            : new Block(text);
        part.Text.Clear();
        part.IsItem = false;
        part.Flow.Add(block, isCell ? Math.Max(state.TableDepth, 1) : state.TableDepth);
    }
}
