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
    Soft,
    Clear,
    Formal,
}

internal readonly record struct StanceWording(Polarity Polarity, Strength Strength, string Rule);

/// <summary>The words in which answers take a stance, grouped by meaning. Negation, subject and scope are read from the words around.</summary>
internal static class StanceWordings
{
    public static readonly PhraseBook<StanceWording> All = new()
    {
        { "tillstyrk*", new(Polarity.Positive, Strength.Formal, "avsändaren tillstyrker") },

        { "ställ*|står|stå .. bakom; ställa sig|oss bakom; ansluter sig|oss till; biträder; säger ja till; sluter upp bakom", new(Polarity.Positive, Strength.Clear, "avsändaren ställer sig bakom förslaget") },
        { "stödjer|stöder|stödja|stöttar .. förslag*|remiss*|modell*|överenskommelse*|utredning*|betänkande*|promemoria*|program*|plan*|strategi*|inriktning*", new(Polarity.Positive, Strength.Clear, "avsändaren stödjer förslaget") },
        { "ställ* .. sig|oss|mig .. positiv*|välvillig* till", new(Polarity.Positive, Strength.Clear, "avsändaren ställer sig positiv") },
        { "är .. positiv*|positivt till|inställd*|gentemot; positivt inställd* till", new(Polarity.Positive, Strength.Clear, "avsändaren är positiv till förslaget") },
        { "förordar|tillråder .. att .. förslag* .. genomförs|antas|beslutas; bör .. genomföras i enlighet|sin; förordar förslag*", new(Polarity.Positive, Strength.Clear, "avsändaren förordar förslaget") },
        { "vill|önskar|rekommenderar|förordar|hoppas .. att .. antas|genomförs|beslutas|godkänns|införs|realiseras|fastställs", new(Polarity.Positive, Strength.Clear, "avsändaren vill att förslaget genomförs") },
        { "ger|ge .. sitt|vårt|fulla|helhjärtade stöd; kan .. godta|acceptera|godkänna|stödja|bifalla; godtar; bifaller; tillråder", new(Polarity.Positive, Strength.Clear, "avsändaren godtar förslaget") },

        { "välkomna*", new(Polarity.Positive, Strength.Soft, "avsändaren välkomnar förslaget") },
        { "ser|ser .. positivt på; ser .. positivt .. på|till; ser med tillfredsställelse|tillförsikt på; ser med glädje", new(Polarity.Positive, Strength.Soft, "avsändaren ser positivt på förslaget") },
        { "instämm*; håller med om; sympatiserar", new(Polarity.Positive, Strength.Soft, "avsändaren instämmer") },
        { "delar .. bedömning*|uppfattning*|slutsats*|ställningstagande*|analys*|bild|syn|inriktning*", new(Polarity.Positive, Strength.Soft, "avsändaren delar bedömningen") },
        { "är ett .. bra|viktigt|positivt|välkommet|angeläget .. steg|förslag|initiativ|dokument; ser bra ut; låter bra", new(Polarity.Positive, Strength.Soft, "avsändaren finner förslaget bra") },
        { "förslag*|remiss*|överenskommelse*|betänkande*|promemoria*|modell*|program* .. är .. bra|väl|välavväg*|positivt|ändamålsenlig*|rimlig*|relevant*", new(Polarity.Positive, Strength.Soft, "avsändaren finner förslaget bra") },

        { "inget|ingenting|intet|inte ... erinra|invända|anmärka|emot; inget|ingenting|inte .. tillägga|tillföra", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inget att erinra") },
        { "ingen|inga|inte ... erinran|erinringar|invändning*|anmärkning*; ingen|inga|inte .. synpunkter; utan erinran|invändning*", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inga invändningar") },
        { "saknar|saknas .. erinran|synpunkter|invändningar; lämnar .. utan erinran; inga avvikande", new(Polarity.NoObjection, Strength.Clear, "avsändaren har inga invändningar") },

        { "avstyrk*", new(Polarity.Negative, Strength.Formal, "avsändaren avstyrker") },

        { "motsätt*; säger .. nej till; säga nej till; nej till; förkasta*; avvisar; avvisas; avråder; avslår; avslås; protest*; stoppas; skrinläggas; bör avslås|avvisas", new(Polarity.Negative, Strength.Clear, "avsändaren säger nej") },
        { "ställ* .. sig|oss|mig .. avvisande|negativ*; är .. negativ* till|inställd*; är emot; är .. motståndare", new(Polarity.Negative, Strength.Clear, "avsändaren är emot förslaget") },
        { "inte|ej|varken .. läggas|ligga|tjäna|utgöra .. till|som grund|underlag; inte .. genomföras|antas|införas|realiseras", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget inte bör genomföras") },
        { "behöver|måste|bör|ska|skall|krävs .. kompletteras|omarbetas|arbetas|bearbetas|utredas|analyseras ... innan|förrän", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget måste göras om först") },
        { "bör|måste|behöver .. omarbetas|dras|återkallas; bör .. arbetas om; bör dras tillbaka", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget måste göras om") },
        { "vill .. inte .. ha|se; dras|dra .. tillbaka; inte .. gå|gås .. vidare|fram; inte .. vårt|sitt|något stöd; inte .. ställa upp på|bakom; inte .. genomförbar*|lämplig*|acceptabel*|godtagbar*", new(Polarity.Negative, Strength.Clear, "avsändaren anser att förslaget inte bör genomföras") },
        { "kan .. inte|ej .. stå bakom|godta|acceptera", new(Polarity.Negative, Strength.Clear, "avsändaren kan inte godta förslaget") },

        { "är .. kritisk*|tveksam*|skeptisk*|tveksamt till|mot; ställ* .. sig|oss|mig .. tveksam*|kritisk*|frågande|skeptisk*", new(Polarity.Negative, Strength.Soft, "avsändaren är kritisk") },
        { "förslag*|remiss*|modell*|lösning* .. är .. olämplig*|oacceptabel*|orimlig*|bristfällig*|ogenomtänk*|felaktig*|ofullständig*; allvarliga|stora|betydande .. brister|risker|problem .. i|med", new(Polarity.Negative, Strength.Soft, "avsändaren ser brister i förslaget") },
        { "ser .. med .. oro|bekymmer; är .. oroad*|bekymrad*; har .. invändning*|erinringar mot|kring|angående|i", new(Polarity.Negative, Strength.Soft, "avsändaren är orolig") },

        { "avstår|avstå|avböjer|avböja .. yttra|yttrande|svara|besvara|svar|remissvar|synpunkter|lämna|inkomma|avge|yttranden", new(Polarity.Decline, Strength.Formal, "avsändaren avstår från att yttra sig") },
        { "lämnar|avger|inkommer|avge|lämna|inkomma .. inget|inte|ej|inga .. yttrande|svar|remissvar|remissyttrande; inget|inte .. lämna|avge .. yttrande|svar|remissvar|remissyttrande", new(Polarity.Decline, Strength.Clear, "avsändaren lämnar inget yttrande") },
        { "kommer .. inte .. svara|besvara|yttra; väljer .. inte .. svara|besvara|yttra; inte .. möjlighet|tillfälle|resurser|tid .. svara|besvara|yttra|lämna|avge", new(Polarity.Decline, Strength.Clear, "avsändaren svarar inte på remissen") },
        { "föranlett|föranleder|föranlåter .. inget|inte|något|ej .. yttrande|svar|remissvar; inte föranlett .. yttrande|svar", new(Polarity.Decline, Strength.Clear, "avsändaren lämnar inget yttrande") },
        { "inte .. yttra sig|oss; inte .. besvara remissen|den; svarar inte på; yttrar sig inte", new(Polarity.Decline, Strength.Soft, "avsändaren yttrar sig inte") },
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
        { "tidigare tillstyrkt|avstyrkt|tillstyrkte|avstyrkte; har tidigare; då tillstyrkte|avstyrkte; när .. remitterades senast", true },
    };

    public static readonly PhraseBook<bool> Reaffirmed = new()
    {
        { "vidhåll*; står fast; kvarstår; fortfarande; alltjämt; fortsatt; nu; upprepar; liksom; precis som", true },
    };

    public static readonly PhraseBook<bool> Conditions = new()
    {
        { "under förutsättning; förutsatt; förutsätter; med villkor; på villkor; villkorat; med förbehåll; givet att; med .. ändring*|komplettering*|justering*|förtydligande*", true },
        { "men .. bör|måste|ska|behöv*|kräv*|sakna*|anser; dock .. bör|måste|krävs|behöv*|sakna*; med undantag; förutom; om .. beaktas|tillgodoses|hänsyn", true },
        { "men .. har|vill|lämnar|framför|önskar .. synpunkter|framföra|lämna|framhålla|påpeka|lyfta|understryka", true },
        { "tillstyrk* .. med; med .. synpunkter|påpekanden|kommentarer; utöver .. synpunkter", true },
    };

    /// <summary>Words with which an answer asks for something to be changed, added or watched.</summary>
    public static readonly PhraseBook<bool> Remarks = new()
    {
        { "bör; borde; behöver; behövs; måste; krävs; saknar; saknas; efterfrågar; efterlyser; önskar; önskvärt; önskemål; otydlig*; oklar*; brist*", true },
        { "förtydlig*; tydliggöra; tydliggöras; komplettera*; ser .. behov; följande|vissa|några|sina|våra .. synpunkter; påtalar; påpekar; framhålla; framhåller; understryk*; betona*; risk; risker; vikten av", true },
        { "föreslår .. att; vill .. lyfta; vill .. framföra; förordar; i stället; istället; dock; viktigt att; beaktas; beaktar; beaktande; synpunkt", true },
    };

    public static readonly PhraseBook<bool> InTheMain = new()
    {
        { "i huvudsak; huvudsakligen; i stort; i allt väsentligt; i stora delar; delvis; till stor del; överlag; i princip; på det stora hela; övergripande", true },
    };
}
