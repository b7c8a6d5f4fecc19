using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.People;

internal sealed record SignatoryFound(Signatory Signatory, int Start, int Length);

/// <summary>Finds who decided or signed; the handläggare of the header and the föredragande are other roles.</summary>
internal static class SignatoryFinder
{
    private const string Secretary = "vid protokollet";

    private static readonly PhraseBook<bool> Decided = new()
    {
        { "beslutats av; beslut .. fattats av; fattats|fattades av; beslutet .. fattat* av; beslutad av; undertecknat|undertecknad av; signerat av; godkänts .. av; avgjorts av", true },
    };

    /// <summary>"Generaldirektören … har beslutat": said after the name.</summary>
    private static readonly PhraseBook<bool> Decides = new()
    {
        { "har .. beslutat; beslutat .. om|i|detta; har .. fattat .. beslut; fattat beslut; beslutade .. om|i|detta", true },
    };

    public static SignatoryFound? Find(DocumentOutline outline)
    {
        foreach (var sentence in outline.Sentences)
        {
            if (!sentence.Section.IsOwn && sentence.Section.Role != SectionRole.Approval || outline.IsLetterhead(sentence.Line)) continue;
            foreach (var decided in Decided.Find(outline.Words, sentence.FirstWord, sentence.AfterWord))
            {
                if (AfterDecision(outline, decided.After, sentence.AfterWord) is { } found) return found;
            }

            if (Decides.Any(outline.Words, sentence.FirstWord, sentence.AfterWord) && WithTitle(outline, sentence) is { } decider) return decider;
        }

        return InSignature(outline) ?? InApproval(outline);
    }

    private static SignatoryFound? AfterDecision(DocumentOutline outline, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + 8); i++)
        {
            if (outline.Words[i].Plain is "efter" or "föredragning") return null;
            if (PersonNames.EndOf(outline, i, end) is not { } after) continue;
            var title = i > first ? outline.TextOf(first, i) : PersonTitles.After(outline, after, end);
            return Create(outline, i, after, title);
        }

        return null;
    }

    /// <summary>The first name of a sentence whose title stands right before it: "generaldirektör Anna Exempel".</summary>
    private static SignatoryFound? WithTitle(DocumentOutline outline, Sentence sentence)
    {
        for (var i = sentence.FirstWord + 1; i < sentence.AfterWord; i++)
        {
            if (PersonNames.EndOf(outline, i, sentence.AfterWord) is not { } after) continue;
            var title = outline.TextOf(i - 1, i);
            return PersonTitles.IsTitle(outline, i - 1) && !PersonTitles.IsMinor(title) ? Create(outline, i, after, title) : null;
        }

        return null;
    }

    private static SignatoryFound? InSignature(DocumentOutline outline)
    {
        SignatoryFound? minor = null, secretary = null;
        for (var i = outline.Signature.First; i < outline.Signature.After; i++)
        {
            var line = outline.Lines[i];
            if (line.WordCount > 14 || StartsWithMinorLabel(outline, line)) continue;
            var keepsMinutes = i > 0 && IsOfSecretary(outline, outline.Lines[i - 1]);
            for (var word = line.FirstWord; word < line.AfterWord; word++)
            {
                if (PersonNames.EndOf(outline, word, line.AfterWord) is not { } after) continue;
                var title = PersonTitles.After(outline, after, line.AfterWord)
                    ?? (word == line.FirstWord && (after == line.AfterWord || outline.StandsApart(after))
                        && i + 1 < outline.Signature.After ? PersonTitles.OfLine(outline, outline.Lines[i + 1]) : null)
                    ?? PersonTitles.Before(outline, line, word);
                var found = Create(outline, word, after, title);
                if (keepsMinutes) secretary ??= found with { Signatory = found.Signatory with { Title = Secretary } };
                else if (title is null || PersonTitles.IsMinor(title)) minor ??= found;
                else return found;
                word = after;
            }
        }

        return minor ?? secretary;
    }

    private static bool IsOfSecretary(DocumentOutline outline, Line line) =>
        line is { WordCount: 2 } && outline.Words[line.FirstWord].Plain == "vid" && outline.Words[line.FirstWord + 1].Plain == "protokollet";

    private static SignatoryFound? InApproval(DocumentOutline outline)
    {
        foreach (var line in outline.Lines)
        {
            if (outline.SectionOf(line).Role != SectionRole.Approval || line.Kind == LineKind.Heading || line.WordCount > 14) continue;
            if (PersonNames.EndOf(outline, line.FirstWord, line.AfterWord) is { } after)
                return Create(outline, line.FirstWord, after, PersonTitles.After(outline, after, line.AfterWord));
        }

        return null;
    }

    private static bool StartsWithMinorLabel(DocumentOutline outline, Line line) =>
        line.Length > 0 && outline.Words[line.FirstWord].Plain is "handläggare" or "föredragande" or "kontakt" or "kontaktperson" or "bilaga" or "kopia" or "till" or "för" or "på";

    private static SignatoryFound Create(DocumentOutline outline, int first, int after, string? title)
    {
        var name = outline.TextOf(first, after);
        return new SignatoryFound(new Signatory(name, title), outline.Words[first].Start, name.Length);
    }
}
