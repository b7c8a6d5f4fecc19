using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Passages;

/// <summary>
/// Chooses the two to six sentences that give an answer in the main: those that decide the stance first, then the strongest points
/// and requests, spread over the text, in its order. A list is quoted with the sentence that introduces it.
/// </summary>
internal sealed class PassageSelector(DocumentOutline outline, TopicFinder topics, SubjectReader subjects)
{
    private const int Wanted = 5;
    private const int Most = 6;
    private const double Alike = 0.85;
    private const int MostStances = 2;
    private const int ShortestPoint = 5;
    private const int LongestList = 700;
    private const int LongestSentence = 1500;

    public List<Passage> Select(IReadOnlyList<Sentence> sentences, IReadOnlyList<StanceEvidence> deciding)
    {
        var chosen = new Dictionary<int, Candidate>();
        foreach (var evidence in deciding.OrderByDescending(e => e.Weight).Take(MostStances)) Choose(chosen, new(PassageKind.Stance, evidence.Sentence, 10));

        var rivals = sentences
            .Where(IsQuotable)
            .Select(Judge)
            .OfType<Candidate>()
            .Where(c => !chosen.ContainsKey(Opening(c.Sentence).Index))
            .OrderByDescending(c => c.Weight)
            .ThenBy(c => c.Sentence.Index);
        foreach (var rival in rivals)
        {
            if (chosen.Count >= Wanted) break;
            if (chosen.Values.Any(c => SaysTheSame(c.Sentence, rival.Sentence))) continue;
            Choose(chosen, rival);
        }

        if (chosen.Count == 0) Fallback(sentences, chosen);
        return [.. chosen.Values.OrderBy(c => c.Sentence.Start).Select(ToPassage).Where(p => p.Length > 0).Take(Most)];
    }

    private static void Fallback(IReadOnlyList<Sentence> sentences, Dictionary<int, Candidate> chosen)
    {
        var body = sentences.Where(s => s.Section.IsOwn && s.Kind is LineKind.Body or LineKind.ListItem && s.WordCount >= ShortestPoint);
        foreach (var sentence in body.OrderByDescending(s => s.Section.Role != SectionRole.Background).ThenByDescending(s => s.WordCount).Take(2))
        {
            chosen.TryAdd(sentence.Index, new(PassageKind.Point, sentence, 0));
        }
    }

    /// <summary>A summary repeats the body: one of the two is enough.</summary>
    private bool SaysTheSame(Sentence a, Sentence b)
    {
        var telling = Telling(a);
        var other = Telling(b);
        var fewest = Math.Min(telling.Count, other.Count);
        return fewest >= 3 && telling.Count(other.Contains) >= Alike * fewest;
    }

    private HashSet<string> Telling(Sentence sentence) =>
        outline.Words.AsSpan(sentence.FirstWord, sentence.WordCount).ToArray().Where(w => w.Plain.Length > 5).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal);

    private void Choose(Dictionary<int, Candidate> chosen, Candidate candidate) => chosen.TryAdd(Opening(candidate.Sentence).Index, candidate);

    private bool IsQuotable(Sentence sentence) => sentence.Section.IsOwn && sentence.Section.Role != SectionRole.Background
        && sentence.Kind is LineKind.Body or LineKind.ListItem && (sentence.WordCount >= ShortestPoint || LeadsList(sentence))
            && sentence.Length <= LongestSentence
        && !outline.IsLetterhead(sentence.Line) && !outline.IsSignature(sentence.Line) && !StanceReader.IsOrder(outline, sentence)
        && (sentence.Line.EndsAsSentence(outline.Text) || sentence.Kind == LineKind.ListItem);

    private bool LeadsList(Sentence sentence) =>
        sentence.Index + 1 < outline.Sentences.Count && outline.Sentences[sentence.Index + 1].LeadIn == sentence.Index;

    private Candidate? Judge(Sentence sentence)
    {
        var matches = PointWordings.All.Find(outline.Words, sentence.FirstWord, sentence.AfterWord);
        // In "avgiften bör sänkas" the fee is the subject, and the view is the writer's.
        var retells = subjects.RetellsAnother(sentence);
        matches.RemoveAll(m => m.Pattern is "bör" or "borde" or "måste" or "saknas" or "behov av" ? retells : subjects.Read(sentence, m.First, m.First + 1) == Subject.Other);
        if (matches.Count == 0) return null;
        var weight = matches.GroupBy(m => m.Pattern).Sum(g => g.First().Meaning.Weight);
        var place = sentence.Section.Role switch { SectionRole.Summary or SectionRole.OwnView or SectionRole.Decision => 1.25, _ => 1 };
        var topic = topics.Find(outline, sentence.FirstWord, sentence.AfterWord) is null ? 1 : 1.3;
        var wordy = sentence.WordCount > 60 ? 0.7 : 1;
        var leaning = LeansOnWhatWentBefore(sentence) ? 0.6 : 1;
        var kind = matches.MaxBy(m => m.Meaning.Weight).Meaning.Kind;
        return new(kind, sentence, Math.Min(weight, 2.2) * place * topic * wordy * leaning);
    }

    /// <summary>"Den saknar regler om tillsyn" says nothing to who has not read the sentence before it.</summary>
    private bool LeansOnWhatWentBefore(Sentence sentence)
    {
        var words = outline.Words.AsSpan(sentence.FirstWord, sentence.WordCount);
        return words.Length > 2 && (words[0].Plain is "den" or "de" or "dem" or "detta" or "denna" or "dessa" or "sådan" or "sådana" or "där" or "så" or "samma" or "han" or "hon"
            || words[0].Plain == "det" && words[1].Plain is not ("är" or "finns" or "vore" or "saknas" or "behövs" or "krävs" or "bör" or "måste" or "föreslagna" or "nya")
            || words.Length > 3 && words[1].Plain is ("tror" or "anser" or "menar" or "tycker") && words[2].Plain == "att" && words[3].Plain is ("det" or "den" or "detta" or "de"));
    }

    private Sentence Opening(Sentence sentence) => sentence.LeadIn >= 0 ? outline.Sentences[sentence.LeadIn] : sentence;

    /// <summary>The sentence alone, or the list that it opens or stands in, up to where the list grows too long to quote.</summary>
    private Passage ToPassage(Candidate candidate)
    {
        var opening = Opening(candidate.Sentence);
        var last = opening;
        for (var i = opening.Index + 1; i < outline.Sentences.Count && outline.Sentences[i].LeadIn == opening.Index; i++)
        {
            if (outline.Sentences[i].End - opening.Start > LongestList) break;
            last = outline.Sentences[i];
        }

        var reachesIt = last.Index >= candidate.Sentence.Index;
        var (start, end) = reachesIt && opening.Kind != LineKind.Heading
            ? (opening.Start, last.End)
            : (candidate.Sentence.Start, candidate.Sentence.End);
        if (opening.Kind == LineKind.Heading && reachesIt && candidate.Kind == PassageKind.Stance) (start, end) = (opening.Start, last.End);
        var topic = topics.Find(outline, candidate.Sentence.FirstWord, Math.Max(candidate.Sentence.AfterWord, end == last.End ? last.AfterWord : 0));
        return new Passage(candidate.Kind, topic, start, end - start, outline.Source.PageAt(start));
    }

    private sealed record Candidate(PassageKind Kind, Sentence Sentence, double Weight);
}
