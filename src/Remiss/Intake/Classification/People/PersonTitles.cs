using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.People;

/// <summary>Finds the title that stands beside, before or under a name.</summary>
internal static class PersonTitles
{
    private static readonly PhraseBook<bool> Titles = new()
    {
        { "vice; tf; verkställande; tillförordnad; vd; vice|tf|tillförordnad .. vd|direktör|chef*|generaldirektör; verkställande direktör; generaldirektör*; överdirektör; ordförande; vice ordförande", true },
        { "förvaltningschef*; förvaltningsdirektör; stadsdirektör; kommundirektör; regiondirektör; direktör; rektor; chefsjurist; förbundsordförande", true },
        { "generalsekreterare; landshövding; länsråd; avdelningschef; enhetschef; kanslichef; bolagsjurist; fastighetschef; rikspolischef; riksåklagare", true },
        { "lagman; president; hovrättspresident; kammarrättspresident; myndighetschef; verksamhetschef; säkerhetschef; hållbarhetschef; trygghetschef; förbundsdirektör", true },
        { "chef|chefen; chefs*; biträdande; ekonomichef; stabschef; utvecklingschef; kommunikationschef; stadsjurist; förbundsjurist; jurist; dekan; prefekt", true },
        { "kommunalråd; borgarråd; nämndsekreterare; registrator; handläggare; utredare; sekreterare; bostadschef; områdeschef; hållbarhetsstrateg; strateg", true },
    };

    private static readonly FrozenSet<string> MinorTitles = FrozenSet.Create(StringComparer.Ordinal,
        "handläggare", "handlaggare", "utredare", "registrator", "sekreterare", "nämndsekreterare", "jurist", "strateg", "föredragande");

    private static readonly string[] TitleEndings = ["direktör", "direktören", "chef", "chefen", "ordförande", "ordföranden", "rektor", "professor", "landshövdingen", "arkitekt", "läkare"];

    public static bool IsKnown(DocumentOutline outline, int word) => Titles.Any(outline.Words, word, word + 1);

    /// <summary>That of somebody who handles matters and does not decide.</summary>
    public static bool IsMinor(string title) => WordReader.Read(title).Any(w => MinorTitles.Contains(w.Plain));

    public static bool IsTitle(DocumentOutline outline, int word) =>
        IsKnown(outline, word) || Array.Exists(TitleEndings, e => outline.Words[word].Plain.EndsWith(e, StringComparison.Ordinal));

    public static string? After(DocumentOutline outline, int first, int end) =>
        first < end && !outline.StandsApart(first) && HoldsTitle(outline, first, Math.Min(end, first + 2)) ? outline.TextOf(first, EndOf(outline, first, end)) : null;

    public static string? Before(DocumentOutline outline, Line line, int name) =>
        name > line.FirstWord && Titles.Any(outline.Words, line.FirstWord, name) ? outline.TextOf(line.FirstWord, name) : null;

    public static string? OfLine(DocumentOutline outline, Line line) =>
        line.WordCount <= 7 && HoldsTitle(outline, line.FirstWord, Math.Min(line.AfterWord, line.FirstWord + 3))
            ? outline.TextOf(line.FirstWord, EndOf(outline, line.FirstWord, line.AfterWord)) : null;

    private static bool HoldsTitle(DocumentOutline outline, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsTitle(outline, i)) return true;
        }

        return Titles.Any(outline.Words, first, end);
    }

    private static int EndOf(DocumentOutline outline, int first, int end)
    {
        var after = first + 1;
        while (after < end && !outline.Words[after].IsNumber && outline.Words[after].Break is ' ' or '-' && !outline.StandsApart(after)) after++;
        return Math.Min(after, end);
    }
}
