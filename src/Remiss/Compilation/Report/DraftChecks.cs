using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Storage;

namespace Remiss.Compilation.Report;

/// <summary>What stands between this draft and a finished report.</summary>
internal static class DraftChecks
{
    public static IReadOnlyList<string> Of(CaseLedger ledger, IReadOnlyList<RecipientStanding> standings, IReadOnlyList<AnswerSection> answers)
    {
        var recipients = standings.Select(s => s.Recipient.Organisation).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. standings.SelectMany(s => s.Open, (s, d) => $"Handling från {s.Name} väntar på granskning: {d.FileName}."),
            .. ledger.Documents.Where(d => !recipients.Contains(d.Organisation)).Select(Stray),
            .. answers.Where(a => a.Quotes.Count == 0 && a.After is null).Select(a => $"Inget är återgivet ur {SwedishText.Genitive(a.Name)} svar (bilaga {a.Bilaga})."),
            .. answers.Where(a => a.Stance is Stance.Oklart).Select(a => $"{SwedishText.Genitive(a.Name)} svar tar inte ställning till helheten (bilaga {a.Bilaga})."),
        ];
    }

    private static string Stray(Document document) => $"En handling kommer inte från någon av remissinstanserna: {document.FileName}.";
}
