using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Structure;

/// <summary>What a heading says about the lines under it.</summary>
internal static class HeadingRoles
{
    private const int LongestPlainHeading = 9;

    private static readonly PhraseBook<SectionRole> Quoting = new()
    {
        { "följande lydelse; remissinstans*; reservation*; reserverar; särskil* uttalande*|yttrande*; ersättaryttrande*", SectionRole.Others },
        { "yrkande*; propositionsordning; inkomna .. svar|synpunkter|yttranden|remissvar; tidigare ställningstagande*|yttrande*|remissvar|skede*|samråd|remissrund*", SectionRole.Others },
        { "bolagens|dotterbolagens|nämndernas|förvaltningarnas|instansernas|remissorganens", SectionRole.Others },
        { "utdrag ur .. yttrande*|remissvar", SectionRole.Others },
    };

    private static readonly PhraseBook<SectionRole> Closing = new()
    {
        { "bilaga; bilagor; bilagda; sändlista; kopia; delges; expedieras; protokollsutdrag till", SectionRole.Attachments },
        { "attesterat; attest; godkänts digitalt; godkännande; underskrift*; signatur*; justering; elektroniskt .. signer*|undertecknat", SectionRole.Approval },
    };

    private static readonly PhraseBook<SectionRole> Matter = new()
    {
        { "sammanfattning av|från .. remiss*|betänkande*|förslag*|promemoria*|utredning*|ärende*|rapport*", SectionRole.Background },
        { "ärendet; ärendets; ärendebeskrivning; bakgrund*; beredning*; nuläge*; beskrivning*; gällande rätt; underlag", SectionRole.Background },
        { "remissens|betänkandets|utredningens|promemorians|kommitténs|utredarens|regeringens|rapportens", SectionRole.Background },
        { "förslagets .. innehåll|innebörd|huvuddrag; förslaget i; om .. remissen|betänkandet|förslaget|utredningen", SectionRole.Background },
        { "remissen|förslaget|betänkandet", SectionRole.Background },
    };

    private static readonly PhraseBook<SectionRole> Deciding = new()
    {
        { "förslag till .. beslut*; beslutsförslag; beslut; hemställan; beslutar|beslutade|beslöt", SectionRole.Decision },
    };

    private static readonly PhraseBook<SectionRole> Summing = new()
    {
        { "sammanfattning*; sammanfattande; sammanfattningsvis; i korthet", SectionRole.Summary },
    };

    private static readonly PhraseBook<SectionRole> Viewing = new()
    {
        { "synpunkter*; ställningstagande*; bedömning*; överväganden; övervägande; yttrande*; remissvar*; remissyttrande*; svar; kommentar*", SectionRole.OwnView },
        { "inställning*; slutsats*; slutord; avslutning*; analys; ståndpunkt*; utlåtande", SectionRole.OwnView },
    };

    private static readonly PhraseBook<SectionRole> Aside = new()
    {
        { "konsekvens*|ekonomi*|jämställdhet*|barn*|miljö*", SectionRole.Other },
    };

    private static readonly PhraseBook<SectionRole>[] InOrder = [Quoting, Closing, Matter, Deciding, Summing, Viewing, Aside];

    public static SectionRole? Of(ReadOnlySpan<Word> words, Line heading)
    {
        // Alone it heads the answers; followed by a title it is the request itself.
        if (heading.WordCount <= 2 && words[heading.FirstWord].Plain.StartsWith("underremiss", StringComparison.Ordinal)) return SectionRole.Others;
        foreach (var book in InOrder)
        {
            if (book.Find(words, heading.FirstWord, heading.AfterWord) is [var match, ..]) return match.Meaning;
        }

        return null;
    }

    /// <summary>A plain line that is a heading by its words alone: "Sammanfattning", "Bolagets synpunkter", "2.1 Bakgrund".</summary>
    public static bool IsPlainHeading(string text, ReadOnlySpan<Word> words, Line line)
    {
        if (line.Kind != LineKind.Body || line.WordCount > LongestPlainHeading || line.EndsAsSentence(text)
            && text[line.End - 1] != ':') return false;
        if (text[line.End - 1] is ',' or ';') return false;
        var first = line.FirstWord;
        while (first < line.AfterWord - 1 && words[first].IsNumber) first++;
        if (!words[first].Capital) return false;
        for (var i = first; i < line.AfterWord; i++)
        {
            if (words[i].IsNumber) return false;
        }

        var last = line.AfterWord - 1;
        foreach (var book in InOrder)
        {
            foreach (var match in book.Find(words, first, line.AfterWord))
            {
                if (match.First == first && line.WordCount <= 5 || match.After - 1 >= last - 1 && line.WordCount <= 6) return true;
            }
        }

        return false;
    }
}
