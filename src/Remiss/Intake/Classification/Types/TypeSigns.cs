using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Types;

/// <summary>What a wording says about who writes to whom and why.</summary>
internal enum Sign
{
    Answer,
    AnswerTitle,
    Request,
    AsksForTime,
    MoreTime,
    TimeWasGranted,
    Receipt,
    AutomaticReply,
    Absence,
    Carrier,
    Minutes,
    Report,
    CompiledAnswers,
    Press,
    Guide,
    Medical,
    Legislature,
    Trade,
    Attachment,
}

internal readonly record struct SignMeaning(Sign Sign, double Weight, string Rule);

internal static class TypeSigns
{
    public static readonly PhraseBook<SignMeaning> Everywhere = new()
    {
        { "har|fått .. beretts|beretts .. tillfälle|möjlighet; har .. anmodats|ombetts|förelagts|inbjudits; beretts tillfälle; getts .. möjlighet|tillfälle att", new(Sign.Answer, 3, "avsändaren skriver att den har beretts tillfälle att yttra sig") },
        { "har .. fått|mottagit|erhållit|tagit ... remiss|remissen|remisshandling*; fått .. rubricerad*|ovanstående|ovan; tagit del av|granskat .. remiss*|förslag*|betänkande*|promemoria*|utkast*|underlag*|överenskommelse*", new(Sign.Answer, 2, "avsändaren har fått remissen") },
        { "lämnar|avger|inkommer|framför|överlämnar|får .. härmed|följande .. yttrande|svar|synpunkter|remissvar|anföra|lämna|avge|som; lämnar .. följande synpunkter|svar|yttrande; avger .. yttrande", new(Sign.Answer, 3, "avsändaren lämnar sitt yttrande") },
        { "vill .. anföra|framföra|framhålla|lyfta|understryka|betona|påpeka|lämna; får .. anföra; anför .. följande; vill .. följande", new(Sign.Answer, 1.5, "avsändaren framför synpunkter") },
        { "tackar .. för .. möjlighet*|tillfälle*|remissen|inbjudan; tack för möjligheten|remissen", new(Sign.Answer, 2, "avsändaren tackar för möjligheten att svara") },
        { "remissvar .. från; yttrande från; svar på .. remiss*; som svar på .. remiss*; svar på underremiss*; yttrande över .. remiss*|förslag*|betänkande*|promemoria*", new(Sign.Answer, 2, "texten kallar sig svar på en remiss") },
        { "angående|rörande|gällande|beträffande .. remiss*; med anledning av .. remiss*", new(Sign.Answer, 1.5, "texten handlar om remissen") },
        { "vårt|vår|våra .. remissvar|yttrande|svar|synpunkter|ställningstagande; här är .. svar|synpunkter|yttrande|remissvar; här kommer .. svar|synpunkter|yttrande|remissvar", new(Sign.Answer, 1.5, "avsändaren kallar texten sitt svar") },

        { "svar|synpunkter|yttrande|remissvar|yttranden ... senast; senast den .. ska|skall; lämna|inkomma|skicka|sänd|inkom|skickas|lämnas|insändas|insänds ... senast; svar senast; svara .. senast; ha in .. era|ert|dina|synpunkter; svarsdatum; sista svarsdag*; sista dag .. svar*", new(Sign.Request, 2.5, "texten begär svar senast en viss dag") },
        { "föreläggs|föreläggas .. att|inom|avge|yttra; ombeds|ombedes|inbjuds|anmodas|uppmanas|välkomnas .. att|lämna|inkomma|yttra|svara; bereds .. tillfälle|möjlighet|härmed; ges .. tillfälle|möjlighet .. att .. yttra|lämna|inkomma", new(Sign.Request, 3, "texten ber mottagaren att yttra sig") },
        { "remitterar .. härmed|till|er|ärendet|rubricerad*|bifogad*; remitteras .. härmed|till|för; översänder|översänds|skickas|sänder|skickar|bifogar .. remiss|för .. yttrande|synpunkter|remiss", new(Sign.Request, 2.5, "texten remitterar ett förslag") },
        { "önskar|emotser|motser|vill|behöver .. ert|era|er .. svar|synpunkter|yttrande|remissvar; emotses; ert svar .. ska|skall|önskas; era synpunkter .. ska|önskas|senast; svaret|yttrandet|remissvaret|svaren|remissvaren|yttrandena .. ska|skall|bör ... ha|vara|skickas|lämnas|innehålla", new(Sign.Request, 2.5, "texten säger hur och när svar ska lämnas") },
        { "frågor om remissen|remissen besvaras; remissinstanser är; följande .. remissinstanser; remissen innebär; regeringskansliet vill .. få", new(Sign.Request, 1.5, "texten beskriver remissen för dem som ska svara") },
        { "påminner om|påminnelse .. remiss*|svar*; har .. inte .. inkommit|fått .. ert|er", new(Sign.Request, 1.5, "texten påminner om en remiss") },

        { "anstånd*; uppskov*; förläng* ... tid|svarstid*|remisstid*|tidsfrist*|svarsdatum*|svarstiden|svarsfrist*; svarstid*|remisstid*|frist*|svarsdatum* .. förläng*|flytta*|skjut*; längre|ytterligare|mer .. tid|svarstid|tidsfrist", new(Sign.MoreTime, 2, "texten handlar om längre svarstid") },
        { "skjuta .. upp|fram|på; flytta* fram; senare .. datum|svarsdatum|tidpunkt|svar; svara|svarar|inkomma|inkommer|lämna|lämnar|återkomma|återkommer|komma|svaret|yttrandet|skicka|skickar .. senare|efter|först; vi .. lämnar|skickar|svarar|inkommer|återkommer ... senast; hinner .. inte|ej; inte .. svara|inkomma|lämna|klara|klar|bli .. i tid; får .. vårt|svaret|yttrandet .. efter|först|senare; inte .. hinna; få .. några|en|två|tre|ytterligare .. dagar|vecka|veckor|veckors; några .. dagar|veckor .. extra|till; vecka|veckors .. extra|längre|till; respit", new(Sign.MoreTime, 1.5, "texten handlar om att svara senare") },
        { "begär|begäran|begäres|ansök*|ber|hemställ*|anhåll*|önskar|önskan|önskemål|undrar|hoppas; skulle .. vilja|behöva|vara|kunna|gå; förfrågan; går det .. bra|att; är det .. möjligt|okej|ok|bra; det .. ok|okej om; finns .. möjlighet|det; kan vi .. få; får vi|jag; möjlighet .. att få; vore; tacksam*; behöver; vill .. be|begära|ansöka|ha; kan .. ni|du; skulle vi", new(Sign.AsksForTime, 1.5, "texten ber om något") },
        { "beviljat*|beviljats|beviljas|medgivit*|medgivits|medgetts|fick|fått|erhållit .. anstånd*|uppskov*|förläng*; anstånd* .. beviljat*|beviljats|beviljas|medges; efter .. anstånd; enligt .. anstånd", new(Sign.TimeWasGranted, 2, "anstånd har redan getts") },

        { "bekräftar|bekräftas|bekräftat|bekräftelse .. mottag*|att|mottagit|ert|ditt; mottagningsbekräftelse*; mottagningskvittens; kvittens; kvitto", new(Sign.Receipt, 2.5, "texten bekräftar att något har kommit in") },
        { "har .. tagit emot|mottagit|registrerat|diariefört|erhållit|fått .. ert|ditt|er|din|handling*|remissen|remissvar*|svar|mejl|mail|meddelande|försändelse|post; ert|ditt|er|din .. svar|remissvar|yttrande|handling*|ärende|försändelse .. har|är .. inkommit|mottagit*|registrerat*|diariefört*|registrerats", new(Sign.Receipt, 2.5, "texten bekräftar att något har kommit in") },
        { "ert|er|din|ditt .. meddelande|mejl|mail|handling*|ärende .. har .. kommit|inkommit|nått; kommer att .. registreras|diarieföras; tack för .. ert|ditt|er .. svar|remissvar|yttrande|synpunkter|mejl|mail|meddelande; har .. diarieförts|registrerats; härmed bekräftas; lästes den; ditt meddelande .. lästes|till|har lästs; svar|svaret|yttrandet|remissvar .. kom in|fram; det kom in|fram till oss; är .. mottaget|mottagen|inkommet|diariefört; ärendet har fått diarienummer", new(Sign.Receipt, 2, "texten tackar för något som har kommit in") },

        { "autosvar*; automatiskt .. svar*|meddelande|genererat*; autoreply; detta är ett automatiskt", new(Sign.AutomaticReply, 3, "texten är ett automatiskt svar") },
        { "jag .. är|har .. semester|frånvarande|tjänsteresa|föräldraledig|ledig|tillbaka|åter; inte .. på plats|kontoret|anträffbar; är .. tillbaka|åter på kontoret; på semester; läser inte .. mejl|mail; föräldraledig; tjänstledig; frånvaromeddelande; out of office", new(Sign.Absence, 2, "texten är ett frånvarobesked") },

        { "se .. bilaga|bifogad*|bifogat; bifogar|bifogas|bifogat|bifogad|bifogade; bilägg*; i bilaga; bilagt; bilagd; i bifogad*; hittar .. bifogat|bilagan|bilaga; här kommer; översänder; översändes; översänds", new(Sign.Carrier, 2, "mejlet hänvisar till en bilaga") },

        { "minnesanteckningar; mötesanteckningar; sammanträdesprotokoll; protokollsutdrag; protokoll; mötesprotokoll; styrelseprotokoll; utdrag ur protokoll", new(Sign.Minutes, 1.5, "texten kallar sig protokoll") },
        { "plats och tid; beslutande; beslutande ledamöter; närvarande; utses att justera; justering*; justerare; justerande; omedelbar justering; paragrafer; sammanträdesdatum; tjänstgörande ersättare; ej tjänstgörande; vid protokollet; anslag; utdragsbestyrkande; rätt utdraget|utdrag; ledamöter", new(Sign.Minutes, 1, "texten har ett protokolls delar") },

        { "dagens sammanträde; mötets öppnande; föregående .. protokoll; per capsulam; votering*; yrkar .. bifall|avslag|att; yrkande*; ordföranden finner|konstaterar; protokollsbilaga; protokoll .. fört; reserverar sig; på plats; förhinder", new(Sign.Minutes, 1, "texten berättar om ett sammanträde") },

        { "nämnden|styrelsen|utskottet|kommunstyrelsen|regionstyrelsen|direktionen|fullmäktige .. föreslås; föreslår .. att .. nämnden|styrelsen|utskottet|kommunstyrelsen|regionstyrelsen|direktionen; förslag till .. nämnden|styrelsen|utskottet|kommunstyrelsen|beslut|yttrande; nämnden|styrelsen|utskottet|kommunstyrelsen .. rekommenderas|ombeds", new(Sign.Report, 1, "texten föreslår någon att besluta") },

        { "har i huvudsak följande lydelse; remissvar .. i huvudsak; redovisning av .. remissvar; remissvaren i sin helhet; underremiss*", new(Sign.CompiledAnswers, 2, "texten återger andras remissvar") },

        { "pressmeddelande*; presskontakt; pressträff; pressinformation; för mer information .. kontakta; publicerad*; nyhet*; nyhetsbrev*; läs mer; foto; dela artikel*; presstjänst; intervju*", new(Sign.Press, 1.5, "texten är en nyhet eller ett pressmeddelande") },
        { "säger .. i en kommentar; säger; kommenterar; berättar; enligt ett pressmeddelande; skriver .. debattartikel", new(Sign.Press, 1, "texten återger uttalanden") },

        { "så .. skriver|svarar|lämnar|besvarar .. du|ni|man; så här .. skriver|svarar|lämnar|gör|besvarar|fungerar; hur .. svarar|skriver .. man|du|ni; vägledning*; anvisning*; handledning; lathund; manual; tänk på att; mall för; steg för steg; tips", new(Sign.Guide, 2, "texten är en vägledning") },
        { "dig|er som .. ska|vill|skriver|svarar; börja med; använd .. mall*; skriv .. kort|tydligt|så", new(Sign.Guide, 1, "texten ger anvisningar") },
        { "du|ni .. kan|ska|bör .. skriva|ange|ladda|fylla|klicka|använda|svara|bifoga", new(Sign.Guide, 1, "texten ger anvisningar") },

        { "patient*; vårdcentral*; läkare; röntgen*; provsvar*; diagnos*; mottagningen; sjukhus*; remittent*; remitterande läkare; anamnes; blodprov*; undersökning*; journal*; ultraljud; medicin*; besvär; ortoped*; sjukvård*", new(Sign.Medical, 1, "texten gäller en remiss i vården") },

        { "faktura; fakturadatum; förfallodatum; förfallodag; bankgiro; plusgiro; att betala; dröjsmålsränta; moms; orderbekräftelse; offert; kvittonummer; leveransadress", new(Sign.Trade, 1, "texten är en faktura eller annan affärshandling") },

        { "lagrådet; lagrådsremiss*; lagrådets; konstitutionsutskott*; finansutskott*; justitieutskott*; socialutskott*; civilutskott*; utskottets .. yttrande|ställningstagande|förslag; riksdagsbeslut; justitieråd*; riksdagens; utskottet .. anser|ställer|tillstyrker|avstyrker|föreslår; trafikutskott*; miljö-och jordbruksutskott*", new(Sign.Legislature, 1.5, "texten är Lagrådets eller ett riksdagsutskotts") },
    };

    /// <summary>Words that count only where they head the document.</summary>
    public static readonly PhraseBook<SignMeaning> InLetterhead = new()
    {
        { "yttrande*; remissvar*; remissyttrande*; svar på; underremissvar; synpunkter", new(Sign.AnswerTitle, 2, "rubriken kallar texten ett yttrande eller svar") },
        { "remiss; remiss av; underremiss; missiv; begäran om yttrande; inbjudan; sändlista; remissinstanser", new(Sign.Request, 1, "rubriken kallar texten en remiss") },
        { "tjänsteutlåtande*; tjänsteskrivelse*; tjänsteyttrande*", new(Sign.Report, 4, "rubriken kallar texten ett tjänsteutlåtande") },
        { "skrivelse; pm .. till; beslutsunderlag; föredragningspromemoria; ärendeberedning", new(Sign.Report, 2, "rubriken kallar texten en skrivelse till dem som ska besluta") },
        { "styrelsemöte*; sammanträde; mötesanteckningar; paragraf", new(Sign.Minutes, 1.5, "rubriken nämner ett möte") },
        { "protokoll*; sammanträdesprotokoll; protokollsutdrag; mötesprotokoll; utdrag ur", new(Sign.Minutes, 3, "rubriken kallar texten ett protokoll") },
        { "bilaga; tabell; diagram; statistik; appendix; underlag; karta; sammanställning av; enkätresultat", new(Sign.Attachment, 2, "rubriken kallar texten en bilaga") },
        { "lagrådet; utskottet; riksdagen", new(Sign.Legislature, 2, "avsändaren är Lagrådet eller ett utskott") },
        { "begäran om .. anstånd|förläng*|uppskov|längre; ansökan om .. anstånd|förläng*|uppskov; anstånd*; anståndsbegäran", new(Sign.MoreTime, 2, "rubriken gäller anstånd") },
        { "vägledning*; guide; handledning; anvisning*; instruktion*; manual; lathund; så; frågor och svar", new(Sign.Guide, 2, "rubriken är en vägledning") },
        { "pressmeddelande; nyhet; nyheter; nyhetsbrev; debatt; press", new(Sign.Press, 2.5, "rubriken är en nyhet") },
        { "frånvaro*; out of office", new(Sign.Absence, 3, "rubriken är ett frånvarobesked") },
        { "mottagningsbekräftelse*; kvittens; bekräftelse; kvitto", new(Sign.Receipt, 2, "rubriken är en kvittens") },
        { "autosvar; automatiskt svar", new(Sign.AutomaticReply, 3, "rubriken är ett automatiskt svar") },
    };
}
