using System.Collections.Frozen;

namespace Remiss.Intake.Classification.Language;

/// <summary>Words of one meaning under a name, which a wording uses as <c>{good}</c>. A form knows its classes as bits.</summary>
internal static class WordClasses
{
    /// <summary>The bit that says that a form's classes have been looked up.</summary>
    public const ulong Known = 1UL << 63;

    private static readonly (string Name, string Members)[] All =
    [
        ("proposal", "förslag|förslaget|förslagen|förslagets|förslagens|remissen|remissens|betänkand*|promemori*|utredningen|utredningens|planen|planens|planförslag*|program|programmet|programmets|"
            + "strategin|strategins|riktlinjen|riktlinjer|riktlinjerna|riktlinjernas|policyn|policyns|modellen|modellens|överenskommelsen|överenskommelsens|avtalet|motionen|motionens|reformen|reformens|"
            + "regeln|reglerna|regelverket|regleringen|lagförslag*|ändringen|ändringarna|ändringar|lagändring*|författningsändring*|förändringen|förändringarna|åtgärden|åtgärderna|åtgärdsprogram*|"
            + "inriktningen|upplägget|lösningen|föreskrifter|föreskrifterna|föreskrift*|taxan|lagen|lagstiftningen|satsningen|systemet|ordningen|idén|utkast*|direktivet|detaljplan*|översiktsplan*|"
            + "rapporten|skrivelsen|medborgarförslag*|ansökan|ansökningen|etableringen|projektet|handlingsplan*|huvudförslag*|helheten|höjningen|sänkningen|avgiften|revideringen|kraven|kravet|konceptet|"
            + "tanken|försöket|införandet|byggandet|utbyggnaden|omorganisationen|sammanslagningen|organisationen|dokumentet|underlaget|materialet|föreslås|föreslagna|föreslagits|föreslår|föreslagit|koncession*|tillstånd*|"
            + "strategier|strategierna|vägplan*|garantierna|bestämmelserna|bestämmelsen|förordningen|författningsförslag*|remissförslag*|hemställan|begäran|framställan|framställningen|anläggningen|anslutningen|bolagiseringen|flytten|upphävandet|avvecklingen"),

        ("good", "bra|god|gott|goda|bäst|bästa|bättre|utmärkt*|välkommet|välkommen|klok*|klokt|rimlig*|ändamålsenlig*|välavväg*|avvägd*|avvägt|avvägda|lämplig*|motiverad*|motiverat|befogad*|befogat|påkallad*|påkallat|välgrunda*|"
            + "genomtänkt*|genomarbeta*|välskriv*|välarbeta*|välbetänk*|välmotivera*|välbehövlig*|proportionerlig*|nödvändig*|angeläg*|önskvär*|positiv*|fördelaktig*|efterlängta*|värdefull*|förtjänstfull*|lovvär*|"
            + "föredömlig*|konstruktiv*|relevant*|balansera*|förnuftig*|sund|sunt|sunda|vettig*|lysande|fantastisk*|briljant*|strålande|framsynt*|logisk*|självklar*|tillfredsställande|godtagbar*|acceptabel*|acceptabl*|"
            + "försvarbar*|underbygg*|berömvär*|glädjande|tilltalande|uppskattad*|träffande|riktig|riktigt|rätt|ypperlig*|prisvär*|funktionell*|väl|efterfråga|efterfrågad|efterfrågat|önskat|perfekt|toppen|legitim*|konsekvent*|balanserad*|utvecklande|viktig|viktigt|viktiga"),

        ("bad", "dålig*|dåligt|olämplig*|oacceptab*|orimlig*|ogenomtänk*|ogenomarbeta*|felaktig*|fel|bristfällig*|otillräcklig*|undermålig*|ofullständig*|oproportion*|ogenomförbar*|orealistisk*|omotivera*|obefoga*|"
            + "oklok*|olycklig*|olyckligt|kontraproduktiv*|skadlig*|skadligt|förödande|otillfredsställande|missrikta*|förfela*|verklighetsfrämmande|ohållbar*|omöjlig*|problematisk*|oförenlig*|onödig*|onödigt|överflödig*|rättsosäk*|"
            + "oroande|diskriminerande|förhasta*|förkastlig*|oansvarig*|ensidig*|tandlös*|verkningslös*|otidsenlig*|otydligt underbyggt|feltänk*|felriktad*|ovärdig*|otänkbar*|förskräcklig*|huvudlös*|ogynnsam*|osund*|slöseri|osäker|allvarligt|undermineras|avigt|illa|dyrare|sämre|orättvis*|orättfärdig*"),

        ("carriedout", "antas|anta|antar|antages|antagas|antagande|beslutar|besluta|beviljar|genomföras|genomföra|genomförs|genomför|godkännas|godkänna|godkänns|bifallas|bifalla|bifalls|beslutas|införas|införa|införs|fastställas|fastställa|fastställs|realiseras|realisera|"
            + "förverkligas|förverkliga|verkställas|verkställs|inrättas|bejakas|beviljas|bevilja|medges|utfärdas|stadfästas|ratificeras|byggas|byggs|påbörjas|sjösättas|sjösätts|permanentas"),

        ("stopped", "avslås|avslå|avslår|avvisas|avvisa|avvisar|stoppas|stoppa|skrotas|skrota|skrinläggas|skrinlägga|skrinläggs|förkastas|förkasta|förkastar|återkallas|återkalla|slopas|slopa|begravas|överges|överge|avfärdas|avfärda|avfärdar|utgå|utgår|strykas|stryka|stryks|avbrytas|avbryta|"
            + "avskrivas|nedläggas|underkännas|underkänner|underkänna|ogillas|ogillar"),

        ("redone", "omarbetas|omarbeta|omprövas|ompröva|återremitteras|återförvisas|omformuleras|omarbetning|omtag|omstart|omprövning|återremiss|omskrivning"),

        ("wants", "vill|önskar|hoppas|rekommenderar|rekommendera|föreslår|hemställer|hemställa|förordar|förorda|uppmanar|yrkar|begär|kräver|ber|emotser|ser|anser|tycker|menar"),

        ("approves", "applåder*|gillar|uppskattar|bejakar|bejaka|hyllar|förespråkar|tillstyrker|stödjer|stöder|stöttar|backar|godtar|accepterar|tillråder|biträder|omfamnar|anammar|bifaller"),

        ("rejects", "motsätter|motsätta|avvisar|avråder|avstyrker|förkastar|avslår|protesterar|ogillar|underkänner|avfärdar|ratar|dömer|sågar|vänder"),

        ("means", "tid|resurser|möjlighet|möjligheter|kapacitet|krafter|bemanning|personal|utrymme|kompetens|anledning|skäl|underlag|hinner|hunnit|hinna|prioritera|prioriterat|prioriterar|förmår|mäktar|orkar|rör|berör|berörs|angår|påverkas|svar|yttrande"),

        ("today", "nuvarande|befintlig|befintliga|gällande|dagens|existerande|rådande"),

        ("should", "bör|borde|ska|skall|måste|behöver|kan|får|vill|önskar|hoppas|gärna|rekommenderar|föreslår|hemställer|förordar|tillråder|anser|yrkar|begär"),

        ("is", "är|vore|blir|bedöms|framstår|ter|verkar|anses|betraktas|känns|upplevs|uppfattas|utgör|tycks|förefaller|synes|bedömer|anser|finner|tycker|ser|menar|betecknas|kallar"),

        ("not", "inte|ej|icke|inga|ingen|inget|intet|ingenting|knappast|varken|aldrig"),

        ("answer", "yttrande|yttranden|yttrandet|svar|svaret|remissvar|remissyttrande|synpunkter|inlaga|remissen|remiss|besked"),

        ("answering", "yttra|yttrar|svara|svarar|besvara|besvarar|lämna|lämnar|inkomma|inkommer|avge|avger|delta|deltar|medverka|medverkar|återkomma|avlämna|komma|inge|prioritera|prioriterar|granska|tycka"),

        ("objection", "invändning*|erinran|erinringar|anmärkning*|betänklighet*|synpunkter|synpunkt|kommentar|kommentarer|farhågor|motargument|avvikande|problem|hinder|nackdelar"),
    ];

    private static readonly FrozenDictionary<string, int> Numbers = All.Select((c, i) => (c.Name, i)).ToFrozenDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ulong> Whole = Members().Where(m => !m.Part.EndsWith('*'))
        .GroupBy(m => m.Part, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Aggregate(0UL, (bits, m) => bits | m.Bit), StringComparer.Ordinal);

    private static readonly ILookup<char, (string Stem, ulong Bit)> Stems = Members().Where(m => m.Part.EndsWith('*'))
        .ToLookup(m => m.Part[0], m => (m.Part[..^1], m.Bit));

    public static ulong Bit(string name) => 1UL << Numbers[name];

    public static IEnumerable<string> MembersOf(string name) => All[Numbers[name]].Members.Split('|');

    public static ulong Of(WordForm form)
    {
        var bits = Whole.GetValueOrDefault(form.Plain) | (form.Folded.Length >= Phrase.FoldedFrom ? Whole.GetValueOrDefault(form.Folded) : 0) | Known;
        foreach (var (stem, bit) in Stems[form.Folded[0]])
        {
            if (form.Folded.StartsWith(stem, StringComparison.Ordinal)) bits |= bit;
        }

        return bits;
    }

    private static IEnumerable<(string Part, ulong Bit)> Members() => All.SelectMany((c, i) => c.Members.Split('|')
        .Select(m => (m.EndsWith('*') || m.Length >= Phrase.FoldedFrom ? WordReader.Fold(m) : m, 1UL << i)));
}
