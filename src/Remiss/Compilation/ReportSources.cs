using System.Collections.Concurrent;
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
    private const int TextsAtOnce = 16;

    /// <returns>Null when the case is not registered, or has been disposed of.</returns>
    public async Task<ReportSources?> ReadAsync(string caseId, CancellationToken cancellationToken) =>
        await ledger.ReadAsync(caseId, cancellationToken) is { Disposal: null } caseLedger ? await ReadAsync(caseLedger, cancellationToken) : null;

    /// <param name="known">Texts that need not be read again, by SHA-256.</param>
    public async Task<ReportSources> ReadAsync(
        CaseLedger caseLedger, CancellationToken cancellationToken, IReadOnlyDictionary<string, DocumentText>? known = null)
    {
        var caseId = caseLedger.Case.Id;
        return new(
            caseLedger,
            await ledger.ReadRegisterAsync(cancellationToken),
            await ReadTextsAsync(caseLedger, known, cancellationToken),
            await records.FindAsync<SavedChoices>(caseId, LedgerKeys.ReportChoices, cancellationToken),
            await records.FindAsync<Attestation>(caseId, LedgerKeys.ReportAttestation, cancellationToken));
    }

    private async Task<IReadOnlyDictionary<string, DocumentText>> ReadTextsAsync(
        CaseLedger caseLedger, IReadOnlyDictionary<string, DocumentText>? known, CancellationToken cancellationToken)
    {
        var answers = caseLedger.Recipients.Select(r => r.Answer).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var wanted = caseLedger.Documents.Where(d => d.IsAnswer && answers.Contains(d.Sha256)).Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
        var read = new ConcurrentDictionary<string, DocumentText>(StringComparer.Ordinal);
        var limit = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = TextsAtOnce };
        await Parallel.ForEachAsync(wanted, limit, async (sha256, ct) =>
        {
            if (known?.GetValueOrDefault(sha256) is { } kept) read[sha256] = kept;
            else if (await texts.FindAsync(sha256, ct) is { } found) read[sha256] = found.Text;
        });
        return read;
    }
}
