using Remiss.Cases;
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
            .. standings.SelectMany(s => s.Open, (s, d) => $"Handling från {s.Name} väntar på granskning: {FileOf(d)}."),
            .. ledger.Documents.Where(d => !recipients.Contains(d.Organisation)).Select(Stray),
            .. standings.SelectMany(s => ledger.DocumentsOf(s.Recipient.Organisation), (s, d) => (s.Name, Document: d)).Where(x => x.Document.IsSecret).Select(x => Secret(x.Name, x.Document)),
            .. standings.Where(s => s.Answer is { } answer && ledger.CameAfterAttest(answer)).Select(s => AfterAttest(s, ledger.AttestedAt!.Value)),
            .. answers.Where(a => a.Quotes.Count == 0 && a.After is null && !a.IsSecret).Select(a => $"Inget är återgivet ur {SwedishText.Genitive(a.Name)} svar (bilaga {a.Bilaga})."),
            .. answers.Where(a => a.Stance is Stance.Oklart && !a.IsSecret).Select(a => $"{SwedishText.Genitive(a.Name)} svar tar inte ställning till helheten (bilaga {a.Bilaga})."),
        ];
    }

    private static string Stray(Document document) => $"En handling kommer inte från någon av remissinstanserna: {FileOf(document)}.";

    private static string Secret(string name, Document document) =>
        $"En handling från {name}, inkommen {SwedishText.Date(SwedishTime.Date(document.ArrivedAt))}, är sekretessmarkerad: den återges inte och bifogas inte. Avgör om den ska släppas eller stå utanför.";

    private static string AfterAttest(RecipientStanding standing, DateTimeOffset attestedAt) =>
        $"{SwedishText.Genitive(standing.Name)} svar inkom {SwedishText.Date(standing.ArrivedOn!.Value)}, efter att utlåtandet attesterades {SwedishText.Date(SwedishTime.Date(attestedAt))}.";

    private static string FileOf(Document document) => document.IsSecret ? "en sekretessmarkerad fil" : document.FileName;
}
