using System.Text.Json;
using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Storage;

namespace Remiss.Intake.Review;

/// <summary>
/// What people have decided about documents, as labelled texts that <c>remiss eval</c> reads: the text, the person's labels, and what the
/// program had proposed. The register and the cases that the texts speak of lie beside.
/// </summary>
public sealed class CorrectionsExport(RemissLedger ledger, TextStore texts)
{
    /// <summary>Thresholds are chosen on these; they are not for measuring how good the program is.</summary>
    private const string Part = "development";

    /// <param name="path">The JSON Lines file to write; <c>register.json</c> and <c>cases/</c> are written beside it.</param>
    /// <returns>How many texts were written, and how many of them the program had judged otherwise.</returns>
    /// <exception cref="InvalidFileException">The folder holds another set.</exception>
    public async Task<(int Texts, int Corrected)> WriteAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var casesFolder = Path.Combine(folder, "cases");
        if (File.Exists(Path.Combine(folder, "register.json")) || Directory.Exists(casesFolder))
            throw new InvalidFileException(path, ["mappen har redan ett register och ärenden. Välj en tom mapp."]);

        Directory.CreateDirectory(casesFolder);
        var decided = await ReadAsync(cancellationToken);
        await File.WriteAllLinesAsync(path, decided.Select(d => JsonSerializer.Serialize(d, RemissJson.Options)), cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "register.json"), RegisterFile.Write(await ledger.ReadRegisterAsync(cancellationToken)), cancellationToken);
        foreach (var caseId in await ledger.AllCasesAsync(cancellationToken))
        {
            if (await ledger.FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken) is { } row)
                await File.WriteAllTextAsync(Path.Combine(casesFolder, caseId + ".json"), CaseFile.Write(row.Value), cancellationToken);
        }

        return (decided.Count, decided.Count(d => d.IsCorrected));
    }

    private async Task<List<DecidedText>> ReadAsync(CancellationToken cancellationToken)
    {
        List<DecidedText> decided = [];
        foreach (var partition in (await ledger.AllCasesAsync(cancellationToken)).Append(LedgerKeys.Unassigned))
        {
            foreach (var document in await ledger.ListAsync<Document>(partition, cancellationToken))
            {
                if (document is { IsPinned: true, IsMoved: false, DisposedAt: null, Classification: { } labels }
                    && await texts.FindAsync(document.Sha256, cancellationToken) is { Text.Text: { Length: > 0 } text } stored)
                    decided.Add(DecidedText.Of(partition, document, labels, text, isMail: stored.Mail is not null));
            }
        }

        return decided;
    }

    /// <summary>A line of the file: a labelled text, and besides what a reader of the set disregards.</summary>
    private sealed record DecidedText : LabelledText
    {
        public required bool IsCorrected { get; init; }

        public required string? Reason { get; init; }

        public required ProposedLabels? Proposed { get; init; }

        public static DecidedText Of(string partition, Document document, ClassificationResult labels, string text, bool isMail)
        {
            var isAssigned = partition != LedgerKeys.Unassigned;
            var span = labels.Passages.FirstOrDefault(p => p.Kind is PassageKind.Stance);
            return new()
            {
                Id = $"{partition}/{document.Organisation}/{document.Sha256[..12]}",
                Part = CorrectionsExport.Part,
                Family = document.Sha256,
                Text = text,
                Type = labels.Type,
                Stance = labels.Stance,
                Organisation = isAssigned ? document.Organisation : labels.Organisation?.Id,
                Case = isAssigned ? partition : labels.Case?.Id,
                Own = labels.Dnr.Own,
                Counterpart = labels.Dnr.Counterpart,
                Date = labels.Date,
                Signatory = labels.Signatory?.Name,
                SpanStart = span?.Start,
                SpanLength = span?.Length,
                PathCase = isAssigned ? partition : null,
                PathOrganisation = isAssigned ? document.Organisation : null,
                IsMail = isMail,
                IsAttachment = document.Parent is not null,
                IsCorrected = document.Proposal is not { } proposal || proposal.Type != labels.Type || proposal.Stance != labels.Stance,
                Reason = document.Decision?.Reason,
                Proposed = document.Proposal is { } proposed
                    ? new(proposed.Type, proposed.TypeConfidence, proposed.Stance, proposed.StanceConfidence, proposed.Reasons, proposed.Evidence)
                    : null,
            };
        }
    }

    /// <summary>What the program said, and by which rules: the features to learn from.</summary>
    private sealed record ProposedLabels(
        DocumentType Type, double TypeConfidence, Stance Stance, double StanceConfidence, IReadOnlyList<string> Reasons, IReadOnlyList<Evidence> Evidence);
}
