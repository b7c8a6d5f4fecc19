using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Dates;

/// <summary>Picks the document's own date among those of the request, the deadline, decisions and entry into force.</summary>
internal static class DocumentDate
{
    private static readonly PhraseBook<bool> AnothersDate = new()
    {
        { "senast; svarsdatum; svarstid*; sista; deadline; remissdatum; remitterad*|remitterades; remiss .. daterad; er; ert; ankom; inkom; ink; förfallodag", true },
        { "från och med; fr; gäller; träder; ikraft; till och med; giltig*; remisstid*; er beteckning; född; nästa; uppdaterad", true },
        { "remissen; skrivelse; mottagen; ankomstdatum; expedierad*", true },
    };

    private static readonly PhraseBook<bool> OwnDate = new()
    {
        { "datum; date; sammanträdesdatum; den; stockholm; daterad*; upprättad*; sammanträde*; möte*; styrelsemöte*; tid; vårt", true },
    };

    public static DateFound? Find(DocumentOutline outline, ClassificationContext context)
    {
        var candidates = new List<(DateFound Date, int Rank)>();
        foreach (var line in outline.Lines)
        {
            if (line.Kind == LineKind.History) break;
            var rank = RankOf(outline, line);
            if (rank == 0) continue;
            var labelled = IsLabelled(outline, line);
            foreach (var date in DateReader.Find(outline.Text, line.Start, Math.Min(line.Length, 400), labelled || line.WordCount <= 2))
            {
                if (!date.HasYear || date.Date.Year < 1990 || date.Date > (context.ArrivedOn ?? DateOnly.MaxValue)) continue;
                if (IsAnothers(outline, line, date)) continue;
                candidates.Add((date, rank + (labelled ? 3 : 0) + (line.WordCount <= 6 ? 2 : 0)));
            }
        }

        if (candidates.Count > 0) return candidates.MaxBy(c => c.Rank).Date;
        return context.Mail?.Date is { } sent && !context.IsAttachment ? new DateFound(DateOnly.FromDateTime(sent.Date), 0, 0, true) : null;
    }

    private static int RankOf(DocumentOutline outline, Line line)
    {
        if (outline.IsLetterhead(line)) return 10;
        if (outline.IsSignature(line)) return 7;
        return outline.SectionOf(line).Role == SectionRole.Approval ? 4 : 0;
    }

    private static bool IsLabelled(DocumentOutline outline, Line line)
    {
        if (OwnDate.Any(outline.Words, line.FirstWord, Math.Min(line.AfterWord, line.FirstWord + 12))) return true;
        if (line.Index == 0) return false;
        var above = outline.Lines[line.Index - 1];
        return above.WordCount <= 8
            && outline.Words.AsSpan(above.FirstWord, above.WordCount).ToArray().Any(w => w.Plain is "datum" or "sammanträdesdatum");
    }

    private static bool IsAnothers(DocumentOutline outline, Line line, DateFound date)
    {
        var after = line.FirstWord;
        while (after < line.AfterWord && outline.Words[after].Start < date.Start) after++;
        return AnothersDate.Any(outline.Words, Math.Max(line.FirstWord, after - 5), after);
    }
}
