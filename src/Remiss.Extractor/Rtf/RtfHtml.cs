using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Rtf;

/// <summary>The page that Outlook wrapped into rich text, [MS-OXRTFEX].</summary>
internal static class RtfHtml
{
    public static bool IsWrapped(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 1024)].IndexOf("\\fromhtml"u8) >= 0;

    public static string Unwrap(ReadOnlyMemory<byte> content, ExtractionLimits limits)
    {
        var tokens = new RtfTokenizer(content);
        var tables = new RtfTables();
        var html = new StringBuilder();
        var outer = new Stack<Group>();
        var group = new Group(IsMuted: false, Fallback: 1);
        var optional = false;
        var starts = false;
        var skip = 0;
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case RtfKind.GroupStart:
                    if (outer.Count >= limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
                    outer.Push(group);
                    (optional, starts, skip) = (false, true, 0);
                    break;
                case RtfKind.GroupEnd:
                    if (outer.TryPop(out var around)) group = around;
                    break;
                case RtfKind.Word when skip > 0 && tokens.Word != "*":
                    skip--;
                    break;
                case RtfKind.Word:
                    group = Control(tokens, group, optional, starts, tables, html);
                    if (tokens.Word == "u") skip = group.Fallback;
                    (optional, starts) = (tokens.Word == "*", tokens.Word == "*");
                    break;
                default:
                    var bytes = tokens.Bytes.Span;
                    var dropped = Math.Min(skip, bytes.Length);
                    skip -= dropped;
                    if (!group.IsMuted) html.Append(tables.Default.GetString(bytes[dropped..]));
                    starts = false;
                    break;
            }

            if (html.Length > limits.Characters) throw new LimitExceededException(ExtractionReasons.TooLarge);
        }

        return html.ToString();
    }

    private static Group Control(RtfTokenizer tokens, Group group, bool optional, bool starts, RtfTables tables, StringBuilder html)
    {
        switch (tokens.Word)
        {
            case "ansicpg":
                tables.CodePage(tokens.Parameter ?? 1252);
                return group;
            case "htmltag" or "mhtmltag" when optional:
                return group with { IsMuted = tokens.Word != "htmltag" };
            case "htmlrtf":
                return group with { IsMuted = tokens.Parameter != 0 };
            case "uc":
                return group with { Fallback = Math.Clamp(tokens.Parameter ?? 1, 0, 100) };
            case "fonttbl" or "colortbl" or "stylesheet" or "info" or "pict" when starts:
                return group with { IsMuted = true };
            case "*":
                return group;
        }

        if (optional) return group with { IsMuted = true };
        if (group.IsMuted) return group;
        var sign = tokens.Word switch
        {
            "u" => ((char)(ushort)(tokens.Parameter ?? 0)).ToString(),
            "par" or "line" => "\r\n",
            "tab" => "\t",
            "{" or "}" or "\\" => tokens.Word,
            "~" => "&nbsp;",
            "_" => "-",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "endash" => "–",
            "emdash" => "—",
            _ => "",
        };
        html.Append(sign);
        return group;
    }

    private sealed record Group(bool IsMuted, int Fallback);
}
