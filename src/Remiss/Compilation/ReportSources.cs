using Remiss.Cases;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Report;
using Remiss.Intake.Extraction;
using Remiss.Storage;

namespace Remiss.Compilation;

/// <summary>All that a case's report is made of, at one moment.</summary>
/// <param name="Texts">The answers that count, by SHA-256.</param>
public sealed record ReportSources(
    CaseLedger Ledger, Register Register, IReadOnlyDictionary<string, DocumentText> Texts, SavedChoices? Choices, Attestation? Attestation)
{
    /// <summary>SHA-256 of the answers that count now, by organisation.</summary>
    public IReadOnlyDictionary<string, string> Answers => Ledger.Recipients
        .Where(r => r.Answer is not null)
        .ToDictionary(r => r.Organisation, r => r.Answer!, StringComparer.Ordinal);

    public ReportModel Build(DateTimeOffset compiledAt, Coordinator? coordinator) =>
        ReportBuilder.Build(Ledger, Register, Texts, compiledAt, coordinator ?? Ledger.Case.Coordinators[0], Choices, Attestation);
}

public sealed class ReportSourceReader(RemissLedger ledger, TextStore texts, ReportRecords records)
{
    /// <returns>Null when the case is not registered, or has been disposed of.</returns>
    public async Task<ReportSources?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        if (await ledger.ReadAsync(caseId, cancellationToken) is not { Disposal: null } caseLedger) return null;

        return new(
            caseLedger,
            await ledger.ReadRegisterAsync(cancellationToken),
            await ReadTextsAsync(caseLedger, cancellationToken),
            await records.FindAsync<SavedChoices>(caseId, LedgerKeys.ReportChoices, cancellationToken),
            await records.FindAsync<Attestation>(caseId, LedgerKeys.ReportAttestation, cancellationToken));
    }

    private async Task<Dictionary<string, DocumentText>> ReadTextsAsync(CaseLedger caseLedger, CancellationToken cancellationToken)
    {
        var answers = caseLedger.Recipients.Select(r => r.Answer).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var read = new Dictionary<string, DocumentText>(StringComparer.Ordinal);
        foreach (var document in caseLedger.Documents.Where(d => d.IsAnswer && answers.Contains(d.Sha256)))
        {
            if (await texts.FindAsync(document.Sha256, cancellationToken) is { } text) read[document.Sha256] = text.Text;
        }

        return read;
    }
}
