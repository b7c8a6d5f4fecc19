using Remiss.Cases;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Passages;

/// <summary>Tells which of the case's topics a passage is about, by the words of the topic's title and its keywords.</summary>
internal sealed class TopicFinder
{
    private const int ShortestTelling = 5;
    private const double LeastShare = 0.5;

    private readonly List<(string Id, HashSet<string> TitleStems, List<string> Keywords)> topics;

    public TopicFinder(RemissCase? about) => topics = (about?.Topics ?? [])
        .Select(t => (t.Id, Stems(t.Title), t.Keywords.Select(k => WordReader.Fold(k.ToLowerInvariant())).Where(k => k.Length > 2).ToList()))
        .ToList();

    public string? Find(DocumentOutline outline, int firstWord, int afterWord)
    {
        string? best = null;
        var most = 0.0;
        foreach (var (id, titleStems, keywords) in topics)
        {
            var inTitle = new HashSet<string>(StringComparer.Ordinal);
            var hits = 0;
            for (var i = firstWord; i < afterWord; i++)
            {
                var word = outline.Words[i];
                if (word.Plain.Length < 3) continue;
                var stem = word.Form.Stem;
                if (titleStems.Contains(stem)) inTitle.Add(stem);
                if (keywords.Exists(k => word.Folded.StartsWith(k, StringComparison.Ordinal))) hits++;
            }

            var share = titleStems.Count == 0 ? 0 : (double)inTitle.Count / titleStems.Count;
            var score = (share >= LeastShare ? 1 + share : 0) + hits;
            if (score <= most) continue;
            most = score;
            best = id;
        }

        return best;
    }

    private static HashSet<string> Stems(string title) => WordReader.Read(title)
        .Where(w => w.Plain.Length >= ShortestTelling && !w.IsNumber)
        .Select(w => w.Form.Stem)
        .ToHashSet(StringComparer.Ordinal);
}
