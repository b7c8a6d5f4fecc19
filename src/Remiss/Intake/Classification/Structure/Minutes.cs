using Remiss.Cases;
using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Structure;

/// <summary>One § of minutes, as a half-open range of lines.</summary>
internal sealed record MinutesItem(string Number, int FirstLine, int AfterLine);

/// <summary>Splits minutes on § and finds the item about the case.</summary>
internal static class Minutes
{
    private const double EnoughTitleWords = 0.5;

    private static readonly PhraseBook<bool> AnswersARemiss = new()
    {
        { "remiss*; yttrande över|om|angående|till|avseende; svar på; samråd*; yttra sig", true },
    };

    private static readonly PhraseBook<bool> IsTheAnswer = new()
    {
        { "yttrande*; remissvar*; remissyttrande*; svar på", true },
    };

    private const int ShortestTreated = 30;

    public static List<MinutesItem> Split(DocumentOutline outline)
    {
        var starts = outline.Lines
            .Where(l => l.Kind != LineKind.History && l.WordCount <= 40 && NumberOf(outline, l) is not null)
            .ToList();
        var items = new List<MinutesItem>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var after = i + 1 < starts.Count ? starts[i + 1].Index : outline.Lines.Count;
            items.Add(new MinutesItem(NumberOf(outline, starts[i])!, starts[i].Index, after));
        }

        return items;
    }

    /// <summary>The item about the case, or null when none or several could be it.</summary>
    public static MinutesItem? Find(DocumentOutline outline, List<MinutesItem> items, RemissCase? about, Func<string, bool> isDnrOfCase)
    {
        // A table of contents names every § once more: the longest of each number is the one with the decision.
        var distinct = items.GroupBy(i => i.Number).Select(g => g.MaxBy(i => Length(outline, i))!).ToList();
        if (distinct.Count == 1) return about is null || Score(outline, distinct[0], about, isDnrOfCase) > 0 ? distinct[0] : null;
        var scored = distinct
            .Select(i => (Item: i, Score: about is null ? ScoreWithoutCase(outline, i) : Score(outline, i, about, isDnrOfCase)))
            .Where(i => i.Score > 0)
            .OrderByDescending(i => i.Score)
            .ToList();
        return scored switch
        {
            [] => null,
            [var only] => only.Item,
            [var best, var next, ..] => best.Score > next.Score ? best.Item : null,
        };
    }

    private static string? NumberOf(DocumentOutline outline, Line line)
    {
        var words = outline.Words;
        if (line.WordCount < 2) return null;
        var (a, b) = (words[line.FirstWord], words[line.FirstWord + 1]);
        if (a.Plain == "§" && b.IsNumber && (line.WordCount < 3 || words[line.FirstWord + 2].Plain != "§")) return b.Plain;
        if (a.IsNumber && b.Plain == "§" && (line.WordCount < 3 || words[line.FirstWord + 2].Capital || line.Length < 12)) return a.Plain;
        return a.Plain == "paragraf" && b.IsNumber ? b.Plain : null;
    }

    private static int Length(DocumentOutline outline, MinutesItem item) =>
        outline.Lines[item.AfterLine - 1].End - outline.Lines[item.FirstLine].Start;

    private static double Score(DocumentOutline outline, MinutesItem item, RemissCase about, Func<string, bool> isDnrOfCase)
    {
        var start = outline.Lines[item.FirstLine].Start;
        var body = outline.Text.Substring(start, Length(outline, item));
        var score = isDnrOfCase(body) ? 10.0 : 0;
        var title = TitleWords.Coverage(outline, item.FirstLine, Math.Min(item.AfterLine, item.FirstLine + 4), about);
        if (title >= EnoughTitleWords) score += 5 * title;
        var all = TitleWords.Coverage(outline, item.FirstLine, item.AfterLine, about);
        return all >= EnoughTitleWords || score > 0 ? score + all : 0;
    }

    private static double ScoreWithoutCase(DocumentOutline outline, MinutesItem item)
    {
        var last = Math.Min(item.AfterLine, item.FirstLine + 2);
        var (first, after) = (outline.Lines[item.FirstLine].FirstWord, outline.Lines[last - 1].AfterWord);
        if (!AnswersARemiss.Any(outline.Words, first, after)) return 0;
        return 1 + (IsTheAnswer.Any(outline.Words, first, after) && outline.Lines[item.AfterLine - 1].AfterWord - first >= ShortestTreated ? 1 : 0);
    }
}
