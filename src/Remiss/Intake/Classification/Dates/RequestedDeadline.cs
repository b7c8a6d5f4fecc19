using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Dates;

/// <summary>Reads which date an extension request asks for, past the ordinary deadline that it also mentions.</summary>
internal static class RequestedDeadline
{
    private static readonly PhraseBook<bool> OrdinaryDeadline = new()
    {
        { "ordinarie; ursprunglig*; nuvarande; sista svarsdag; angivna|angivet|satta|utsatta; i stället för; istället för; löper ut; går ut; från", true },
        { "svarstiden .. är; ska .. vara .. inne|er; utgår; svarsdatum*; remisstiden .. är", true },
    };

    private static readonly PhraseBook<bool> AskedFor = new()
    {
        { "till; tom; till och med; t; fram; senast; istället; i stället; anstånd; uppskov; förläng*; efter; möte*; sammanträd*; omkring; runt", true },
    };

    public static DateOnly? Find(DocumentOutline outline, DateOnly? written, DateOnly? ordinary)
    {
        var candidates = new List<(DateOnly Date, int Rank)>();
        foreach (var sentence in outline.Sentences)
        {
            if (outline.IsLetterhead(sentence.Line)) continue;
            foreach (var found in DateReader.Find(outline.Text, sentence.Start, Math.Min(sentence.Length, 2000)))
            {
                var date = found.HasYear ? found.Date : WithYear(found.Date, written ?? ordinary);
                if (date is not { } day || day == ordinary || day == written || day < written) continue;
                var (first, after) = WordsBefore(outline, sentence, found.Start);
                var rank = (AskedFor.Any(outline.Words, Math.Max(first, after - 6), after) ? 2 : 0)
                    - (OrdinaryDeadline.Any(outline.Words, Math.Max(first, after - 7), after)
                        && !AskedFor.Any(outline.Words, Math.Max(first, after - 2), after) ? 3 : 0);
                candidates.Add((day, rank));
            }
        }

        return candidates.Count == 0 ? null : candidates.OrderByDescending(c => c.Rank).ThenByDescending(c => c.Date).First().Date;
    }

    private static (int First, int After) WordsBefore(DocumentOutline outline, Sentence sentence, int position)
    {
        var after = sentence.FirstWord;
        while (after < sentence.AfterWord && outline.Words[after].Start < position) after++;
        return (sentence.FirstWord, after);
    }

    private static DateOnly? WithYear(DateOnly day, DateOnly? reference)
    {
        if (reference is not { } from) return null;
        foreach (var year in new[] { from.Year, from.Year + 1 })
        {
            if (day.Day > DateTime.DaysInMonth(year, day.Month)) continue;
            var date = new DateOnly(year, day.Month, day.Day);
            if (date >= from) return date;
        }

        return null;
    }
}
