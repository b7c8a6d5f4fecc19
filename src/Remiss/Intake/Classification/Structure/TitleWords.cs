using System.Collections.Frozen;
using Remiss.Cases;
using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Structure;

/// <summary>The words of a case's title that tell it from other cases.</summary>
internal static class TitleWords
{
    private const int ShortestTelling = 4;

    private static readonly FrozenSet<string> Common = FrozenSet.Create(StringComparer.Ordinal,
        "remiss", "remissen", "mellan", "gällande", "angående", "avseende", "förslag", "förslaget", "yttrande", "över", "samt", "inom", "från",
        "svar", "betänkande", "betänkandet", "promemoria", "promemorian", "stockholms", "stockholm", "stad", "stadens", "denna", "detta", "genom", "till");

    public static HashSet<string> Of(RemissCase about) => WordReader.Read(about.Title)
        .Where(w => w.Plain.Length >= ShortestTelling && !w.IsNumber && !Common.Contains(w.Plain))
        .Select(w => w.Form.Stem)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>0–1: how many of the title's telling words stand in the lines.</summary>
    public static double Coverage(DocumentOutline outline, int firstLine, int afterLine, RemissCase about)
    {
        var wanted = Of(about);
        if (wanted.Count == 0 || afterLine <= firstLine) return 0;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var after = outline.Lines[afterLine - 1].AfterWord;
        for (var i = outline.Lines[firstLine].FirstWord; i < after; i++)
        {
            if (outline.Words[i].Plain.Length < ShortestTelling) continue;
            var stem = outline.Words[i].Form.Stem;
            if (wanted.Contains(stem)) found.Add(stem);
        }

        return (double)found.Count / wanted.Count;
    }

    /// <summary>Takes off the endings of number, definiteness and genitive, so that "överenskommelsen" is "överenskommelse".</summary>
    public static string Stem(string folded)
    {
        foreach (var ending in Endings)
        {
            if (folded.Length - ending.Length >= ShortestTelling
                && folded.EndsWith(ending, StringComparison.Ordinal)) return folded[..^ending.Length];
        }

        return folded;
    }

    private static readonly string[] Endings =
        ["ernas", "arnas", "ornas", "erna", "arna", "orna", "ets", "ens", "ers", "ars", "ors", "er", "ar", "or", "et", "en", "es", "s", "n", "t", "e", "a"];
}
