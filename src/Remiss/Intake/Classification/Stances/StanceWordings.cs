using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Stances;

internal enum Polarity
{
    Positive,
    NoObjection,
    Negative,
    Decline,
}

/// <summary>How much a wording says: the formal verbs, a clear wording, mere praise or worry.</summary>
internal enum Strength
{
    /// <summary>An adjective beside the proposal: a hint that one more must bear out before a person need not look.</summary>
    Faint,
    Soft,
    Clear,
    Formal,
}

/// <param name="NeedsWhole">The wording is about the proposal only where the clause names it: "förslaget bör antas", not "en studie bör genomföras".</param>
/// <param name="IsWhole">The wording can only be about the proposal as a whole.</param>
internal readonly record struct StanceWording(Polarity Polarity, Strength Strength, string Rule, bool NeedsWhole = false, bool IsWhole = false);

/// <summary>The words in which answers take a stance, grouped by meaning. Negation, subject and scope are read from the words around.</summary>
internal static class StanceWordings
{
    public static readonly PhraseBook<StanceWording> All = new()
    {
        { "tillstyrk*", new(Polarity.Positive, Strength.Formal, "avsändaren tillstyrker") },

        { "ställ*|står|stå .. bakom; ställa sig|oss bakom; ansluter sig|oss till; biträder|biträda; säger|säga ja till; slut* upp bakom; bejaka*", new(Polarity.Positive, Strength.Clear, "avsändaren ställer sig bakom förslaget") },
        { "stödjer|stöder|stödja|stöttar|backar .. förslag*|remiss*|modell*|överenskommelse*|utrednings*|utredningen|betänkande*|promemori*|program*|plan*|strategi*|inriktning*|riktlinje*|policy*|lagförslag*|huvudförslag*", new(Polarity.Positive, Strength.Clear, "avsändaren stödjer förslaget") },
        { "stödjer|stöder|stödja|stöttar .. det som|vad som .. föreslås|föreslagits; ger .. sitt|vårt|fulla|fullt|helhjärtade|starkt stöd; ge .. sitt|vårt stöd; uttrycker .. sitt|vårt stöd", new(Polarity.Positive, Strength.Clear, "avsändaren stödjer förslaget") },
        { "ställ* .. sig|oss|mig .. positiv*|välvillig*; är .. positiv*|positivt till|inställd*|gentemot; positivt inställd* till", new(Polarity.Positive, Strength.Clear, "avsändaren ställer sig positiv") },
        { "har .. positiv* .. inställning|hållning|syn .. till|på; inställning* .. är .. positiv*", new(Polarity.Positive, Strength.Clear, "avsändaren är positiv till förslaget") },
        { "förordar|rekommenderar|förorda|rekommendera .. förslag*|program*|strategi*|riktlinje*|överenskommelse*|plan|planen; tillråder|tillråda", new(Polarity.Positive, Strength.Clear, "avsändaren förordar förslaget") },
        { "bör antas|genomföras|godkännas|bifallas|beslutas|införas|fastställas|realiseras; bör snarast|därför|också|även|således antas|genomföras|godkännas|införas; kan antas|godkännas|bifallas", new(Polarity.Positive, Strength.Clear, "avsändaren anser att förslaget bör genomföras", true) },
        { "vill|önskar|rekommenderar|förordar|hoppas .. att .. antas|genomförs|beslutas|godkänns|införs|realiseras|fastställs", new(Polarity.Positive, Strength.Clear, "avsändaren vill att förslaget genomförs", true) },
        { "kan .. godta|acceptera|godkänna|stödja|bifalla|förorda; godtar; bifaller; accepterar .. förslag*|remiss*|det|betänkande*|promemori*", new(Polarity.Positive, Strength.Clear, "avsändaren godtar förslaget") },

        { "välkomna*", new(Polarity.Positive, Strength.Soft, "avsändaren välkomnar förslaget") },
        { "ser .. positivt .. på|till; ser med tillfredsställelse|tillförsikt på; ser .. med glädje; ser .. gärna att .. förslag*|program* .. genomförs|antas; hälsar .. med glädje|tillfredsställelse; noterar .. med tillfredsställelse", new(Polarity.Positive, Strength.Soft, "avsändaren ser positivt på förslaget") },
        { "instämm*; håller med om; sympatiserar; uppskattar", new(Polarity.Positive, Strength.Soft, "avsändaren instämmer") },
        { "delar .. bedömning*|uppfattning*|slutsats*|ställningstagande*|analys*|bild|syn|inriktning*", new(Polarity.Positive, Strength.Soft, "avsändaren delar bedömningen") },
        { "är ett .. bra|viktigt|positivt|välkommet|angeläget .. steg|förslag|initiativ|dokument; är .. steg i .. rätt riktning; ser bra ut; låter bra", new(Polarity.Positive, Strength.Soft, "avsändaren finner förslaget bra", true) },
        { "är .. bra|välavväg*|positivt|positiva|ändamålsenlig*|rimlig*|rimliga|relevant*|motiverad*|motiverat|välgrunda*|lämplig*|genomtänk*|välmotivera*|önskvär*; är .. väl .. avväg*|genomarbet*|underbygg*|motiver*|genomtänk*", new(Polarity.Positive, Strength.Soft, "avsändaren finner förslaget bra", true) },

        { "{proposal} ... {is} .. {good}; {is} .. {proposal} .. {good}; {is} .. ett|en .. {good} .. {proposal}|förslag|program|plan|idé|tanke|modell|strategi|reform|lösning|satsning|underlag|åtgärd|arbete", new(Polarity.Positive, Strength.Faint, "avsändaren finner förslaget bra", true) },
        { "rätt väg|spår|håll|riktning; {good} .. framåt; precis|exakt .. vad|det .. behöv*|efterfrågat|efterlyst|önskat", new(Polarity.Positive, Strength.Faint, "avsändaren finner att förslaget går åt rätt håll", true) },
        { "{approves} .. {proposal}; {approves} .. vi|bolaget|nämnden|förbundet|föreningen; skriver|skriva under på; sluter|slutit|ställer upp .. bakom|på; står för .. {proposal}", new(Polarity.Positive, Strength.Clear, "avsändaren gillar förslaget") },
        { "ser .. fram emot .. {proposal}; {is} .. glada|nöjda|tacksamma .. över|för|åt|med .. {proposal}; gläd*|gläder .. {proposal}; ser|finner .. fördelar .. med .. {proposal}; har .. verkat|drivit|arbetat|väntat .. för|på .. {proposal}", new(Polarity.Positive, Strength.Faint, "avsändaren välkomnar förslaget", true) },
        { "bör|borde .. {proposal} .. {carriedout}; {proposal} ... bör|borde .. {carriedout}; vill|önskar|hoppas|rekommenderar|föreslår|hemställer|förordar|uppmanar|yrkar ... {carriedout} .. {proposal}; vill|önskar|hoppas|rekommenderar|föreslår|hemställer|förordar ... {proposal} .. {carriedout}", new(Polarity.Positive, Strength.Clear, "avsändaren anser att förslaget bör genomföras", true) },
        { "kan|låter .. {proposal} .. godtas|accepteras|tillstyrkas|antas|godkännas|bifallas|genomföras; {proposal} ... kan .. godtas|accepteras|tillstyrkas|antas|godkännas|bifallas; kan|låter .. {carriedout} .. som|såsom|enligt|precis", new(Polarity.Positive, Strength.Clear, "avsändaren anser att förslaget kan genomföras", true) },
        { "bör|borde|får|{wants} ... går|gå|gås .. vidare med; bör|borde|{wants} ... kommer|komma till stånd; bör|borde|{wants} ... blir|bli verklighet|av; bör|borde|{wants} ... träder|träda i kraft; bör|borde|{wants} ... sätta|sätter|sätts|sättas|dra|drar i gång", new(Polarity.Positive, Strength.Clear, "avsändaren vill att förslaget genomförs") },
        { "{is} .. freds|tillfreds|nöjd|nöjda|glad|belåten|belåtna|tacksam .. med|över|för; bedöms|framstår|anses|betraktas .. som .. {good}; bedöms|framstår|anses|betraktas .. vara .. {good}; finner|bedömer|anser|tycker .. {proposal} .. {good}", new(Polarity.Positive, Strength.Faint, "avsändaren finner förslaget bra", true) },
        { "rekommendation|uppmaning|önskemål|uppfattning|slutsats|råd|önskan .. är ... {carriedout}", new(Polarity.Positive, Strength.Clear, "avsändaren vill att förslaget genomförs", true) },
        { "ger .. klartecken|grönt|samtycke|medgivande|tummen; lämnar .. samtycke|medgivande|bifall; går .. med på; samtycker", new(Polarity.Positive, Strength.Clear, "avsändaren samtycker") },

        { "{not} .. som .. talar|tala .. mot|emot; {not} ... något|någonting|nånting .. emot|mot; {not} .. bekymmer|betänklighet* .. med|mot; lever gott|kan leva .. med; {not} .. i vägen; {not} .. stå|står .. i vägen", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inget emot förslaget") },
        { "{not} ... {objection} .. mot|emot|till|kring|på|över .. {proposal}", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inga invändningar", true) },

        { "inget|ingenting|intet|inte ... erinra|invända|anmärka|emot; inget|ingenting|inte .. tillägga|tillföra|anföra|andraga|kommentera", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inget att erinra") },
        { "ingen|inga|inte ... erinran|erinringar|invändning*|anmärkning*; ingen|inga|inte ... synpunkter|synpunkt|kommentarer; utan erinran|invändning*|anmärkning*; utan .. synpunkter", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inga invändningar") },
        { "saknar|saknas .. erinran|synpunkter|invändningar; lämnar .. utan erinran|åtgärd; inga avvikande; ingen|inte .. annan|avvikande uppfattning|mening|åsikt", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inga invändningar") },
        { "inget|inga|inte|ej .. hinder; inte|inga .. skäl|anledning .. rikta|invänd*|motsätta|ifrågasätta|anmärk*", new(Polarity.NoObjection, Strength.Clear, "avsändaren ser inga hinder", true) },

        { "avstyrk*", new(Polarity.Negative, Strength.Formal, "avsändaren avstyrker") },

        { "motsätt*; säger .. nej till; säga|säger|sagt nej; nej till; förkasta*; avvisar; avvisas; avråder; avråda; avslår; avslås; avslag på; protest*; stoppas; skrinläggas", new(Polarity.Negative, Strength.Clear, "avsändaren säger nej") },
        { "ställ* .. sig|oss|mig .. avvisande|negativ*; är .. negativ*|avvisande till|inställd*; är emot; är .. motståndare; har .. negativ inställning|syn", new(Polarity.Negative, Strength.Clear, "avsändaren är emot förslaget") },
        { "inte|ej|varken ... läggas|ligga|tjäna|utgöra ... till|som grund|underlag; inte|ej .. genomföras|antas|införas|realiseras|godkännas|bifallas|genomförs|antas|införs", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget inte bör genomföras", true) },
        { "behöver|måste|bör|ska|skall|krävs .. kompletteras|omarbetas|arbetas|bearbetas|utredas|analyseras|beredas ... innan|förrän", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget måste göras om först", true) },
        { "bör|måste|behöver .. omarbetas|dras|återkallas; bör|måste|behöver .. arbetas|göras om; bör dras tillbaka; dras|dra .. tillbaka", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget måste göras om", true) },
        { "vill|önskar|begär|kräver .. att ... drar|tar tillbaka", new(Polarity.Negative, Strength.Clear, "avsändaren vill att förslaget dras tillbaka", true) },
        { "men .. negativ*|avvisande till", new(Polarity.Negative, Strength.Clear, "avsändaren är emot förslaget") },
        { "vill .. inte .. ha|se; inte .. vårt|sitt|något stöd; inte .. ställa upp på|bakom; fel väg; börja om; riv upp", new(Polarity.Negative, Strength.Clear, "avsändaren vill inte ha förslaget") },
        { "inte .. gå|gås .. vidare|fram; inte|ej .. leda|leder till .. lagstiftning|beslut|åtgärd*|ändring*; inte .. genomförbar*|lämplig*|acceptabel*|godtagbar*|ändamålsenlig*", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget inte bör genomföras", true) },
        { "kan .. inte|ej .. stå bakom|godta|acceptera; helt|fullständigt|direkt .. oacceptabel*|orimlig*|olämplig*|förkastlig*", new(Polarity.Negative, Strength.Clear, "avsändaren kan inte godta förslaget") },
        { "ser|finner|finns|saknas ... ingen|inget|inga|inte|skäl|anledning|behov .. anledning|skäl|behov*|att|av .. införa|genomföra|anta|reglera|frångå; inget|inte .. behov* av .. förslag*|ändring*|reglering*|lag*; nackdelarna .. överväger|större", new(Polarity.Negative, Strength.Clear, "avsändaren ser inget skäl för förslaget") },

        { "{proposal} ... {is} .. {bad}; {is} .. {proposal} .. {bad}; {is} .. ett|en .. {bad} .. {proposal}|förslag|program|plan|idé|tanke|modell|strategi|reform|lösning|satsning|underlag|väg", new(Polarity.Negative, Strength.Faint, "avsändaren finner förslaget dåligt", true) },
        { "{today} .. ordning|ordningen|regler|reglering|regelverk|system|modell|lagstiftning|avgifter|organisation|lösning ... att föredra|behållas|bestå|kvarstå|bibehållas|räcker|fungerar|tillräcklig*; behålla|behålls|bevara|bibehålla .. {today} .. ordning|regler|reglering|regelverk|system|modell|organisation|lagstiftning", new(Polarity.Negative, Strength.Clear, "avsändaren föredrar det som gäller i dag", IsWhole: true) },
        { "läggas|läggs|lägga|lägg|lagts .. åt sidan|ner|ned|på is|på hyllan; inte|aldrig .. gå|går med på; {wants} ... inte|ej .. {carriedout}; {wants} ... annan plats|någon annanstans|annanstans|andra alternativ", new(Polarity.Negative, Strength.Clear, "avsändaren vill att förslaget stoppas", true) },
        { "har|haft .. svårt att .. se|förstå|acceptera|stödja|ställa|tillstyrka|godta; svårligen; saknar|saknas .. förutsättning* .. att .. {carriedout}", new(Polarity.Negative, Strength.Clear, "avsändaren kan inte godta förslaget", true) },
        { "utan bifall; lämna|lämnas .. utan åtgärd; lämnar|ger|ge|lämna .. inte|inget|ej .. samtycke|medgivande|stöd|klartecken|bifall; inte|ej .. ge|lämna .. samtycke|medgivande|stöd|klartecken|bifall", new(Polarity.Negative, Strength.Clear, "avsändaren samtycker inte") },
        { "bör|borde|måste|ska|skall|kan .. {proposal} .. {stopped}; {proposal} ... bör|borde|måste|ska|skall .. {stopped}; vill|önskar|rekommenderar|föreslår|hemställer|förordar|uppmanar|yrkar|begär|kräver|ber ... {stopped} .. {proposal}; vill|önskar|rekommenderar|föreslår|hemställer|förordar|yrkar|begär|kräver ... {proposal} .. {stopped}; {rejects} .. {proposal}", new(Polarity.Negative, Strength.Clear, "avsändaren vill att förslaget stoppas", true) },
        { "bör|borde|måste|behöver .. {proposal} .. {redone}|tas|göras|arbetas|ses; {proposal} ... bör|borde|måste|behöver .. {redone}; {proposal} ... bör|borde|måste|behöver .. tas|göras|arbetas .. om|tillbaka; efterlyser|efterfrågar|begär|förordar|föreslår|rekommenderar|kräver|vill|önskar|krävs|behövs ... omtag|omstart|omprövning|återremiss|omarbetning|omarbetas|omprövas|återremitteras", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget måste göras om", true) },
        { "utreds|utredas|utreda|prövas|beredas|analyseras .. på nytt|ytterligare|vidare|om .. innan|före|snarare; tillbaka till ritbordet; gör .. om .. gör .. rätt; går .. inte .. att .. {carriedout}|tillämpa|förena|försvara; inte|ej .. låter sig .. {carriedout}", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget måste göras om", true) },
        { "kan|kommer .. inte|ej|aldrig .. ställa|stå|skriva|sluta|gå med|ge|medverka|acceptera|godta|godkänna; har svårt att .. stödja|acceptera|se|förstå .. {proposal}|poängen|nyttan|behovet|hur", new(Polarity.Negative, Strength.Clear, "avsändaren kan inte godta förslaget", true) },

        { "är .. kritisk*|tveksam*|skeptisk*|tveksamt till|mot; ställ* .. sig|oss|mig .. tveksam*|kritisk*|frågande|skeptisk*", new(Polarity.Negative, Strength.Soft, "avsändaren är kritisk") },
        { "är .. olämplig*|oacceptabel*|orimlig*|bristfällig*|ogenomtänk*|felaktig*|ofullständig*|undermålig*|otillräcklig*; allvarliga|stora|betydande .. brister|risker|problem|svårigheter .. i|med", new(Polarity.Negative, Strength.Soft, "avsändaren ser brister i förslaget", true) },
        { "ser .. med .. oro|bekymmer; är .. oroad*|bekymrad*; har .. invändning*|erinringar mot|kring|angående|i", new(Polarity.Negative, Strength.Soft, "avsändaren är orolig") },

        { "avstår|avstå|avböjer|avböja .. yttra|yttrande|svara|besvara|svar|remissvar|synpunkter|lämna|inkomma|avge|yttranden", new(Polarity.Decline, Strength.Formal, "avsändaren avstår från att yttra sig") },
        { "lämnar|avger|inkommer|avge|lämna|inkomma .. inget|inte|ej|inga .. yttrande|svar|remissvar|remissyttrande; inget|inte .. lämna|avge .. yttrande|svar|remissvar|remissyttrande", new(Polarity.Decline, Strength.Clear, "avsändaren lämnar inget yttrande") },
        { "kommer .. inte .. svara|besvara|yttra|lämna|avge|inkomma; väljer|valt|avser .. inte .. svara|besvara|yttra|lämna|avge|inkomma; inte .. skäl|anledning .. yttra|avge|svara|besvara; tackar nej till; inte .. möjlighet|tillfälle|resurser|tid .. svara|besvara|yttra|lämna|avge", new(Polarity.Decline, Strength.Clear, "avsändaren svarar inte på remissen") },
        { "föranlett|föranleder|föranlåter .. inget|inte|något|ej .. yttrande|svar|remissvar; inte föranlett .. yttrande|svar", new(Polarity.Decline, Strength.Clear, "avsändaren lämnar inget yttrande") },
        { "inget|ingen|inga|något .. {answer} .. från .. oss|vår|vårt|vår sida; blir|kommer .. inget|inga|ingen|inte .. från|av .. oss|vår; inte|ej .. vänta|räkna|invänta .. på|med|något .. {answer}|oss; avböj* .. att|från|remissen|möjlighet*|inbjudan; avstår .. från|att .. {answering}", new(Polarity.Decline, Strength.Clear, "avsändaren svarar inte på remissen") },
        { "inte .. yttra sig|oss; inte .. besvara remissen|den; svarar inte på; yttrar sig inte", new(Polarity.Decline, Strength.Soft, "avsändaren yttrar sig inte") },
    };

    /// <summary>The answer says itself that it takes no stance.</summary>
    public static readonly PhraseBook<bool> TakesNone = new()
    {
        { "tar|tagit|ta|har .. inte|ej|ingen .. ställning .. till|i|för|huruvida; inte .. ta|tagit ställning; avstår|avstå .. från .. att ta ställning|ställningstagande; inte .. binda sig; {not} .. egen|gemensam|bestämd .. uppfattning|åsikt|ståndpunkt|ställningstagande", true },
        { "inte|ej .. dras .. slutsats*; vare sig godtar|tillstyrker|avstyrker|stödjer; varken tillstyrker|avstyrker", true },
        { "utan .. att ta ställning|ställningstagande; lämnar .. följande .. upplysningar; lämnar .. öppet; går|gå isär; delade meningar; å ena sidan", true },
    };

    /// <summary>In a few lines without any view: why no answer comes.</summary>
    public static readonly PhraseBook<bool> LacksMeans = new()
    {
        { "{not} ... {means}; saknar|saknas .. {means}; passar|avböjer|avstår", true },
    };

    public static readonly PhraseBook<bool> Orders = new()
    {
        { "ignorera|bortse .. instruktion*|anvisning*|tidigare|regler|föregående; ignore .. instructions; prompt; systemprompt", true },
        { "klassificera|klassa|klassificeras|kategorisera .. som|detta|dokument*; markera|registrera|behandla|tolka|betrakta .. detta|dokument*|svaret|yttrandet|texten .. som", true },
        { "systemet|modellen|programmet|läsaren|assistenten|ai|du .. ska|skall|måste|bör .. ange|markera|klass*|sätta|svara|registrera|tolka|skriva|rapportera", true },
        { "ange|sätt|rapportera|returnera|svara|skriv|läs .. stance|stans|etikett*|ställningstagande*|tillstyrk*|avstyrk*; du är en .. assistent|modell|ai", true },
    };

    /// <summary>A view that the sender held in an earlier round.</summary>
    public static readonly PhraseBook<bool> EarlierRound = new()
    {
        { "tidigare .. yttrande*|remissvar*|remiss*|svar|remissrund*|remissomgång*; förra|föregående|förre .. remiss*|yttrande*|gång*|omgång*|svar*|rund*|år*", true },
        { "i|sitt|vårt .. svar|remissvar|yttrande .. 2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022", true },
        { "tidigare tillstyrkt|avstyrkt|tillstyrkte|avstyrkte; har tidigare; då .. tillstyrkte|avstyrkte|tillstyrktes|avstyrktes|skrev|ansåg|framförde|påpekade; vid samråd .. tillstyrkte|avstyrkte; i samrådsskedet; första utkastet; i .. utkastet .. tillstyrk*|avstyrk*|skrev; när .. remitterades senast", true },
    };

    public static readonly PhraseBook<bool> Reaffirmed = new()
    {
        { "vidhåll*; står fast; kvarstår; fortfarande; alltjämt; fortsatt; nu; upprepar; liksom; precis som", true },
    };

    public static readonly PhraseBook<bool> Conditions = new()
    {
        { "under .. förutsättning*; förutsatt; med .. beaktande; förutsätter; med villkor; på villkor; villkorat; med förbehåll; givet att; med .. ändring*|komplettering*|justering*|förtydligande*", true },
        { "men .. bör|måste|ska|behöv*|kräv*|sakna*|anser; dock .. bör|måste|krävs|behöv*|sakna*; med undantag; förutom; innan; förrän; om .. beaktas|tillgodoses|hänsyn", true },
        { "men .. har|vill|lämnar|framför|önskar .. synpunkter|framföra|lämna|framhålla|påpeka|lyfta|understryka", true },
        { "tillstyrk* .. med; med .. synpunkter|påpekanden|kommentarer; utöver .. synpunkter", true },
    };

    /// <summary>Words with which an answer asks for something to be changed or added (2), or only stresses something (1).</summary>
    public static readonly PhraseBook<int> Remarks = new()
    {
        { "bör; borde; behöver; behövs; måste; krävs; saknar; saknas; efterfrågar; efterlyser; önskar; önskemål; otydlig*; oklar*; brist*; i stället; istället; dock; föreslår .. att", 2 },
        { "förtydlig*; tydliggöra; tydliggöras; komplettera*; ser .. behov; vissa|några .. synpunkter; påtalar; påpekar; synpunkt; justeras; justeringar; se|ses över; ses om; {bad}; {redone}; vill .. lyfta; undantag", 2 },
        { "framhålla; framhåller; understryk*; betona*; risk; risker; vikten av; viktigt att; vill .. framföra; förordar; beaktas; beaktar; beaktande; önskvärt; samtidigt; emellertid; däremot", 1 },
    };

    /// <summary>Words of judgement: where they stand beside the proposal and no wording was understood, a stance may have been missed.</summary>
    public static readonly PhraseBook<bool> Hints = new()
    {
        { "positiv*; negativ*; tillstyrk*; avstyrk*; bifall*; avslå*; avslag*; avvis*; godta*; accepter*; förord*; välkom*; motsätt*; erinr*; invänd*; stöd|stödet|stödjer|stöder; nej; bra; välavväg*; dåligt; kritisk*; skeptisk*; tveksam*; tillråd*; fördelar*; nackdel*; {approves}; {rejects}; {stopped}; {redone}; {bad}; {good}; {carriedout}", true },
    };

    public static readonly PhraseBook<bool> InTheMain = new()
    {
        { "i huvudsak; huvudsakligen; i stort; i allt väsentligt; i stora delar; delvis; till stor del; överlag; i princip; på det stora hela", true },
    };
}
