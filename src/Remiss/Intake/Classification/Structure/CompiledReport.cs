using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Structure;

/// <summary>Recognises the report that gives several bodies' answers one by one, each under its own heading.</summary>
internal static class CompiledReport
{
    private static readonly PhraseBook<bool> AnAnswerInIt = new()
    {
        { "remissvar|yttrande|svar|synpunkter .. följande lydelse; remissvar .. bilaga; yttrande .. bilaga", true },
    };

    private static readonly PhraseBook<bool> AllOfThem = new()
    {
        { "underremiss*; remissinstanserna; remissammanställning*; sammanställning av remissvar; inkomna remissvar; remissinstansernas", true },
    };

    public static bool Is(DocumentOutline outline)
    {
        var answers = 0;
        var heading = false;
        foreach (var section in outline.Sections)
        {
            if (section.Heading is not { } line) continue;
            if (AnAnswerInIt.Any(outline.Words, line.FirstWord, line.AfterWord)) answers++;
            heading |= AllOfThem.Any(outline.Words, line.FirstWord, line.AfterWord);
        }

        return answers >= 2 || answers >= 1 && heading;
    }
}
