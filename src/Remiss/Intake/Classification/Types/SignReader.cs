using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Types;

internal sealed record SignFound(Sign Sign, double Weight, string Rule, Sentence Sentence);

/// <summary>Collects the signs of a text; each wording counts once.</summary>
internal sealed class SignReader
{
    private readonly Dictionary<Sign, List<SignFound>> found = [];

    public double this[Sign sign] => found.TryGetValue(sign, out var list) ? list.Sum(s => s.Weight) : 0;

    public int Count(Sign sign) => found.TryGetValue(sign, out var list) ? list.Count : 0;

    public IReadOnlyList<SignFound> Of(Sign sign) => found.TryGetValue(sign, out var list) ? list : [];

    public static SignReader Read(DocumentOutline outline, MailSubject? subject)
    {
        var signs = new SignReader();
        var seen = new HashSet<(Sign, string)>();
        foreach (var sentence in outline.Sentences)
        {
            if (StanceReader.IsOrder(outline, sentence)) continue;
            if (outline.IsLetterhead(sentence.Line) || sentence.Index < 3 && sentence.Kind == LineKind.Heading)
                signs.Add(TypeSigns.InLetterhead.Find(outline.Words, sentence.FirstWord, sentence.AfterWord), sentence, seen);
            var matches = TypeSigns.Everywhere.Find(outline.Words, sentence.FirstWord, sentence.AfterWord);
            // The matter's own deadline and the request's wording are retold in the background of an answer.
            if (sentence.Section.Role is SectionRole.Background or SectionRole.Others) matches.RemoveAll(m => m.Meaning.Sign is Sign.Request or Sign.MoreTime or Sign.AsksForTime);
            signs.Add(matches, sentence, seen);
        }

        if (subject is not null && outline.Sentences.Count > 0)
            signs.Add(TypeSigns.InLetterhead.Find(subject.Words, 0, subject.Words.Length), outline.Sentences[0], seen);
        return signs;
    }

    private void Add(List<PhraseMatch<SignMeaning>> matches, Sentence sentence, HashSet<(Sign, string)> seen)
    {
        foreach (var match in matches)
        {
            if (!seen.Add((match.Meaning.Sign, match.Pattern))) continue;
            if (!found.TryGetValue(match.Meaning.Sign, out var list)) found[match.Meaning.Sign] = list = [];
            list.Add(new SignFound(match.Meaning.Sign, match.Meaning.Weight, match.Meaning.Rule, sentence));
        }
    }
}

/// <summary>The subject line of the mail, which heads its text.</summary>
internal sealed record MailSubject(Word[] Words);
