using System.Globalization;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;

namespace Remiss.Compilation.Bilagor;

internal static class BilagaNumbering
{
    /// <param name="standings">In case order.</param>
    /// <param name="attested">Bilagor of an attested report: they keep their numbers, and what is not among them follows.</param>
    public static IReadOnlyList<Bilaga> Of(IReadOnlyList<RecipientStanding> standings, IReadOnlyList<Bilaga> attested)
    {
        List<Bilaga> bilagor = [.. attested];
        var inOrder = standings.Where(s => s.Outcome is RecipientOutcome.Answered)
            .Concat(standings.Where(s => s.Outcome is RecipientOutcome.Declined && s.Answer is not null));
        foreach (var standing in inOrder)
        {
            var earlier = attested.Where(b => b.Organisation == standing.Recipient.Organisation).SelectMany(b => b.Files).Select(f => f.Document).ToHashSet();
            List<Document> files = [.. new[] { standing.Answer! }.Concat(standing.Companions).Where(f => !earlier.Contains(f.Sha256))];
            if (files.Count > 0) bilagor.Add(Create(bilagor.Count + 1, standing, files, isAddition: earlier.Count > 0));
        }

        return bilagor;
    }

    /// <summary>The bilaga that holds the document that counts, if it came as a document.</summary>
    public static Bilaga? HoldingAnswer(this IReadOnlyList<Bilaga> bilagor, RecipientStanding standing) => standing.Answer is { } answer
        ? bilagor.FirstOrDefault(b => b.Organisation == standing.Recipient.Organisation && b.Files.Any(f => f.Document == answer.Sha256))
        : null;

    public static string LabelOf(this Bilaga bilaga, string document) => bilaga.Files.First(f => f.Document == document).Label;

    private static Bilaga Create(int number, RecipientStanding standing, List<Document> files, bool isAddition) => new(
        number,
        standing.Recipient.Organisation,
        standing.Name,
        $"{SwedishText.Genitive(standing.Name)} {WhatItIs(standing, files, isAddition)}",
        [.. files.Select((file, index) => new BilagaFile(Label(number, index, files.Count), file.Sha256, Title(file), file.FileName, file.Format))]);

    private static string WhatItIs(RecipientStanding standing, List<Document> files, bool isAddition)
    {
        if (files[0] != standing.Answer) return "handlingar till remissvaret";
        var what = standing.Outcome is RecipientOutcome.Answered ? "remissvar" : "besked att avstå från yttrande";
        return isAddition ? $"senare {what}" : what;
    }

    /// <summary>After z comes aa, bb, as Word numbers letters.</summary>
    private static string Label(int number, int index, int count)
    {
        var letters = count == 1 ? "" : new string((char)('a' + (index % 26)), (index / 26) + 1);
        return number.ToString(CultureInfo.InvariantCulture) + letters;
    }

    private static string Title(Document file) => file.Classification?.Type switch
    {
        DocumentType.Bilaga => "Bilaga till svaret",
        DocumentType.Avstar => "Besked",
        DocumentType.Protokollsutdrag => "Protokollsutdrag",
        DocumentType.Tjansteutlatande => "Tjänsteutlåtande",
        _ => "Remissvar",
    };
}
