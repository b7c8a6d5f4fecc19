using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

/// <summary>A long answer goes through the proposal heading by heading; "förslaget" under such a heading is one proposal of many.</summary>
internal sealed class PartSections(DocumentOutline outline)
{
    private const int FewestParts = 2;

    private static readonly PhraseBook<bool> OfTheWhole = new()
    {
        { "allmän*; inledning*; inledande; övergripande; sammanfatt*; slut*; ställningstagande*; generell*; synpunkter; yttrande*; remissvar*; svar; bedömning*; inställning*; om; remiss*; avslut*", true },
    };

    private static readonly PhraseBook<bool> AboutTheWhole = new()
    {
        { "helhet*; samtliga; alla .. förslag*; hela; remissen; betänkandet; promemorian; sammantaget; sammanfattningsvis; förslagen .. i sin|stort", true },
    };

    private readonly HashSet<int> parts = Find(outline);

    public bool IsAboutPart(Sentence sentence) => parts.Contains(sentence.Section.Index)
        && !AboutTheWhole.Any(outline.Words, sentence.FirstWord, sentence.AfterWord);

    private static HashSet<int> Find(DocumentOutline outline)
    {
        var found = outline.Sections
            .Where(s => s is { Role: SectionRole.Other, Heading: { } heading } && !outline.IsLetterhead(heading)
                && !OfTheWhole.Any(outline.Words, heading.FirstWord, heading.AfterWord))
            .Select(s => s.Index)
            .ToHashSet();
        return found.Count >= FewestParts ? found : [];
    }
}
