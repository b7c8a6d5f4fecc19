using Remiss.Cases;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Bilagor;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Review;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Compilation.Report;

/// <summary>Why a document is, or is not, in the report, in Swedish for a coordinator. Pure, and by the same rules as the report.</summary>
public static class WhyInReport
{
    /// <param name="document">Of the case; moved ones too.</param>
    /// <param name="attestation">Of an earlier version of the report.</param>
    public static ReportPlace Of(CaseLedger ledger, Register register, Document document, Attestation? attestation = null)
    {
        if (document.MovedTo is { } move)
            return ReportPlace.Outside($"{move.By} flyttade handlingen {On(move.At)} till {ReportWords.Of(move.Place, register)}: {move.Reason}");
        if (ledger.Recipients.FirstOrDefault(r => r.Organisation == document.Organisation) is not { } recipient)
            return ReportPlace.Outside("Avsändaren är ingen av ärendets remissinstanser.");

        var standings = ledger.Recipients.OrderBy(r => r.Order).Select(r => RecipientStanding.Of(r, ledger, register)).ToList();
        var standing = standings.Find(s => s.Recipient == recipient)!;
        var label = BilagaNumbering.Of(standings, attestation?.Bilagor ?? [])
            .Where(b => b.Organisation == document.Organisation)
            .SelectMany(b => b.Files)
            .FirstOrDefault(f => f.Document == document.Sha256)?.Label;
        return new(
            label is not null && !document.IsSecret,
            label,
            [
                Standing(document, standing, label, ledger),
                .. document.IsSecret ? [$"{document.Secrecy!.By} sekretessmarkerade handlingen {On(document.Secrecy.At)}. Den återges inte och bifogas inte förrän markeringen tas bort."] : (string[])[],
                .. ledger.CameAfterAttest(document) ? [$"Den kom in {On(document.ArrivedAt)}, efter att utlåtandet attesterades {On(ledger.AttestedAt!.Value)}."] : (string[])[],
                .. ledger.Closure is { } closure && document.ArrivedAt > closure.At ? [$"Den kom in efter att ärendet avslutades {On(closure.At)}."] : (string[])[],
                .. document.DisposedAt is { } disposed ? [$"Innehållet gallrades {On(disposed)}."] : (string[])[],
                WhoDecided(document),
                .. document.MovedFrom is { } from ? [$"{from.By} flyttade hit den {On(from.At)} från {ReportWords.Of(from.Place, register)}: {from.Reason}"] : (string[])[],
            ]);
    }

    private static string Standing(Document document, RecipientStanding standing, string? label, CaseLedger ledger)
    {
        if (document.IsOpen)
            return $"Den {ReportWords.Of(document.State)} och räknas inte förrän den är granskad.{Reasons(document)}";
        if (standing.Recipient.Status is RecipientStatus.Withdrawn)
            return $"{standing.Name} omfattas inte längre av underremissen.";
        if (document.SupersededBy is { } newer && ledger.DocumentsOf(document.Organisation).FirstOrDefault(d => d.Sha256 == newer) is { } answer)
            return $"Ett nyare svar från {standing.Name}, som kom in {On(answer.ArrivedAt)}, gäller i stället.{Kept(label)}";
        if (document.Sha256 == standing.Answer?.Sha256)
        {
            return standing.Outcome is RecipientOutcome.Declined
                ? $"Den är {SwedishText.Genitive(standing.Name)} besked om att avstå och bifogas som bilaga {label}."
                : $"Den är det svar från {standing.Name} som gäller." + (document.IsSecret ? "" : $" Svaret återges i avsnittet Underremiss och bifogas som bilaga {label}.");
        }

        if (label is not null) return $"Den hör till {SwedishText.Genitive(standing.Name)} svar och bifogas som bilaga {label}.";
        return document.Classification?.Type switch
        {
            DocumentType.Bilaga => $"Den är en bilaga, men det finns inget svar från {standing.Name} att bifoga den till.",
            DocumentType.Anstand => "Den är en begäran om anstånd och inget svar.",
            DocumentType.Kvittens => "Den är en kvittens och inget svar.",
            DocumentType.Remiss => "Den är själva remissen och inget svar.",
            _ => document.Decision?.Kind is DecisionKind.NotAnAnswer ? "Den är inget svar." : "Den är varken ett svar eller något som hör till ett svar.",
        };
    }

    private static string Kept(string? label) => label is null ? "" : $" Den finns kvar som bilaga {label} sedan utlåtandet attesterades.";

    private static string Reasons(Document document) =>
        document.Reasons.Count == 0 ? "" : " " + string.Join(" ", document.Reasons.Select(r => ExtractionReasonTexts.InSwedish(r).TrimEnd('.') + "."));

    private static string WhoDecided(Document document) => document.Decision switch
    {
        { Kind: DecisionKind.Accepted } d => $"{d.By} godtog programmets förslag {On(d.At)}.",
        { Kind: DecisionKind.Corrected } d => $"{d.By} rättade programmets förslag {On(d.At)}: {d.Reason}",
        { Kind: DecisionKind.NotAnAnswer } d => $"{d.By} bestämde {On(d.At)} att den inte är ett svar.{(d.Reason is { Length: > 0 } why ? " " + why : "")}",
        { Kind: DecisionKind.Reopened } d => $"{d.By} tog tillbaka ett beslut {On(d.At)}: {d.Reason}",
        _ => document.State is DocumentState.Accepted ? "Programmet var säkert på vad den är, och ingen har bestämt något annat." : "Ingen har bestämt något om den ännu.",
    };

    private static string On(DateTimeOffset at) => SwedishText.Date(SwedishTime.Date(at));
}

/// <param name="Label">The bilaga it is, or will be when it is released: <c>2a</c>.</param>
/// <param name="Because">Sentences; the first says the most.</param>
public sealed record ReportPlace(bool IsInReport, string? Label, IReadOnlyList<string> Because)
{
    internal static ReportPlace Outside(string because) => new(false, null, [because]);
}
