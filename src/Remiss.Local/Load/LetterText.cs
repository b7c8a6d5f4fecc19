namespace Remiss.Local.Load;

/// <summary>Letters of our own, each different, of one to four pages.</summary>
internal sealed class LetterText(int seed)
{
    private const int SentencesOnPage = 22;

    private static readonly string[] Stances =
    [
        "Bolaget tillstyrker förslaget.",
        "Bolaget har inget att erinra mot förslaget.",
        "Bolaget ställer sig bakom förslaget men anser att ansvaret behöver förtydligas.",
        "Bolaget avstyrker förslaget i dess nuvarande form.",
    ];

    private static readonly string[] Sentences =
    [
        "Bolaget anser att samverkan behöver följas upp varje år.",
        "En tydligare fördelning av ansvaret skulle underlätta för dem som arbetar nära de boende.",
        "Bolaget föreslår att en gemensam lägesbild tas fram innan åtgärderna beslutas.",
        "I de områden där bolaget har fastigheter märks redan i dag en ökad efterfrågan på stöd.",
        "Kostnaden bedöms rymmas inom bolagets budget för året.",
        "Bolaget efterfrågar ett förtydligande av hur uppgifter får lämnas mellan parterna.",
        "Erfarenheten från tidigare år visar att mötena bör hållas oftare.",
        "Förslaget innebär att lokala överenskommelser tecknas för varje område.",
        "Belysning, skötsel och överblick är frågor som bolaget arbetar med dagligen.",
        "Bolaget påtalar att hyresgästernas trygghet också beror på det som sker utanför fastigheterna.",
    ];

    private readonly Random random = new(seed);

    public int Pages { get; } = 1 + (seed % 4);

    public IReadOnlyList<string> Paragraphs(string organisation, string dnr)
    {
        List<string> paragraphs =
        [
            organisation, "Remissvar", $"Dnr {1000 + seed}/2023", $"Ert dnr {dnr}", "Till koncernledningen",
            $"{organisation} har beretts tillfälle att yttra sig över rubricerat ärende och vill anföra följande.",
            Stances[random.Next(Stances.Length)],
        ];
        for (var left = SentencesOnPage * Pages; left > 0; left -= 4)
            paragraphs.Add(string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentences[random.Next(Sentences.Length)])));
        paragraphs.Add($"Handling nummer {seed}. Med vänlig hälsning");
        return paragraphs;
    }
}
