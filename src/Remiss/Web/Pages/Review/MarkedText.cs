using System.Globalization;
using System.Text;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Web.Pages.Review;

/// <summary>A document's text by pages and lines, with what decided about it marked. Pure.</summary>
/// <param name="Reasons">What the numbered marks stand for, and what decided outside the text.</param>
/// <param name="IsCut">The text is longer than a page shows.</param>
public sealed record MarkedText(IReadOnlyList<TextPage> Pages, IReadOnlyList<MarkedReason> Reasons, bool IsCut)
{
    /// <summary>In UTF-16 code units, about 150 printed pages.</summary>
    private const int Longest = 400_000;

    public static MarkedText Of(DocumentText? text, ClassificationResult? labels)
    {
        var length = Math.Min(text?.Text.Length ?? 0, Longest);
        var reasons = Number(labels?.Evidence ?? [], length);
        if (text is null || length == 0) return new([], reasons, false);

        List<Mark> marks =
        [
            .. reasons.Where(r => r.Number is not null).Select(r => new Mark(r.Evidence.Start, r.Evidence.Length, r.Number, r.IsRival ? "rival" : "reason")),
            .. (labels?.Passages ?? []).Where(p => Fits(p.Start, p.Length, length)).Select(p => new Mark(p.Start, p.Length, null, "passage")),
        ];
        return new(ByPage(text, length, marks), reasons, text.Text.Length > length);
    }

    /// <summary>Foreign text as it may be shown: without control characters and without what turns the reading direction or shows as nothing.</summary>
    public static string Visible(ReadOnlySpan<char> text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) || rune.Value == '\t') visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static List<MarkedReason> Number(IReadOnlyList<Evidence> evidence, int length)
    {
        var number = 0;
        return [.. evidence.Select(e => new MarkedReason(Fits(e.Start, e.Length, length) ? ++number : null, e))];
    }

    private static bool Fits(int start, int length, int text) => start >= 0 && length > 0 && start <= text - length;

    private static List<TextPage> ByPage(DocumentText text, int length, List<Mark> marks)
    {
        var paragraphs = text.Paragraphs.GroupBy(p => p.Start).ToDictionary(g => g.Key, g => g.First());
        List<TextPage> pages = [];
        for (var start = 0; start < length;)
        {
            var end = text.Text.IndexOf('\n', start, length - start);
            if (end < 0) end = length;
            if (end > start)
            {
                var page = text.PageAt(start);
                if (pages.Count == 0 || pages[^1].Number != page) pages.Add(new(page, []));
                var paragraph = paragraphs.GetValueOrDefault(start);
                pages[^1].Lines.Add(new(paragraph?.Kind ?? ParagraphKind.Body, paragraph?.Level ?? 0, Runs(text.Text, start, end, marks)));
            }

            start = end + 1;
        }

        return pages;
    }

    private static List<TextRun> Runs(string text, int start, int end, List<Mark> marks)
    {
        var touching = marks.Where(m => m.Start < end && m.Start + m.Length > start).ToList();
        if (touching.Count == 0) return [new(Visible(text.AsSpan(start, end - start)), null, false, [])];

        var cuts = touching.SelectMany(m => (int[])[m.Start, m.Start + m.Length]).Where(c => c > start && c < end).Append(start).Append(end).Distinct().Order().ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1), (from, to) =>
            {
                var over = touching.Where(m => m.Start <= from && m.Start + m.Length >= to).ToList();
                return new TextRun(
                    Visible(text.AsSpan(from, to - from)),
                    over.Find(m => m.Number is not null)?.Kind,
                    over.Exists(m => m.Number is null),
                    [.. over.Where(m => m.Number is not null && m.Start == from).Select(m => m.Number!.Value)]);
            }),
        ];
    }

    private sealed record Mark(int Start, int Length, int? Number, string Kind);
}

/// <param name="Number">From 1.</param>
public sealed record TextPage(int Number, List<TextLine> Lines);

public sealed record TextLine(ParagraphKind Kind, int Level, IReadOnlyList<TextRun> Runs);

/// <param name="Kind"><c>reason</c>, <c>rival</c>, or null for plain text.</param>
/// <param name="IsPassage">It is quoted in the report.</param>
/// <param name="Numbers">Of the reasons whose range begins here.</param>
public sealed record TextRun(string Text, string? Kind, bool IsPassage, IReadOnlyList<int> Numbers);

/// <param name="Number">Null when something outside the text decided.</param>
public sealed record MarkedReason(int? Number, Evidence Evidence)
{
    public bool IsRival => Evidence.Label.EndsWith("_rival", StringComparison.Ordinal);

    public string About => Evidence.Label switch
    {
        "type" => "Vad det är",
        "stance" => "Ställning",
        "stance_rival" => "Talar för en annan ställning",
        "type_rival" => "Talar för något annat",
        "organisation" => "Avsändare",
        "case" => "Ärende",
        "date" => "Datum",
        "signatory" => "Undertecknare",
        _ => "Övrigt",
    };
}
