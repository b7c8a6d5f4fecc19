using System.Globalization;
using Remiss.Intake;
using Remiss.Intake.Classification;

namespace Remiss.Compilation;

internal static class BilagaNumbering
{
    /// <param name="standings">In case order.</param>
    public static IReadOnlyList<Bilaga> Of(IReadOnlyList<RecipientStanding> standings) =>
    [
        .. standings.Where(s => s.Outcome is RecipientOutcome.Answered)
            .Concat(standings.Where(s => s.Outcome is RecipientOutcome.Declined && s.Answer is not null))
            .Select((standing, index) => Create(index + 1, standing)),
    ];

    private static Bilaga Create(int number, RecipientStanding standing)
    {
        Document[] files = [standing.Answer!, .. standing.Companions];
        var genitive = SwedishText.Genitive(standing.Name);
        var title = standing.Outcome is RecipientOutcome.Answered ? $"{genitive} remissvar" : $"{genitive} besked att avstå från yttrande";
        return new(number, standing.Recipient.Organisation, standing.Name, title,
            [.. files.Select((file, index) => new BilagaFile(Label(number, index, files.Length), file.Sha256, Title(file), file.FileName, file.Format))]);
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
