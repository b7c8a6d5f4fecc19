using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Audit;

/// <summary>Holds a case's ledger, originals and audit log against each other. Changes nothing.</summary>
public sealed class CaseVerification(RemissLedger ledger, OriginalStore originals)
{
    /// <returns>Null when there is no such case.</returns>
    public async Task<VerifiedCase?> VerifyAsync(string caseId, CancellationToken cancellationToken)
    {
        if (await ledger.ReadAsync(caseId, cancellationToken) is not { } read) return null;

        var audit = await ledger.ListAsync<AuditEntry>(caseId, cancellationToken);
        List<string> faults = [.. LedgerAgreement.Faults(read, audit)];
        var kept = read.Documents.Where(d => d.DisposedAt is null).ToList();
        foreach (var document in kept)
        {
            if (FaultOf(document, await MeasureAsync(document, cancellationToken)) is { } fault) faults.Add(fault);
        }

        foreach (var moved in read.Moved.Where(d => d.State is DocumentState.Moved))
        {
            var place = moved.MovedTo!.Place;
            if (await ledger.FindAsync<Document>(place.Case, LedgerKeys.Document(place.Organisation, moved.Sha256), cancellationToken) is null)
                faults.Add($"{moved.Path}: är flyttad till {place.Case}/{place.Organisation} men finns inte där.");
        }

        return new(caseId, read.Documents.Count, read.Arrivals.Count, read.Sends.Count, kept.Count, kept.Sum(d => d.Size), audit.Count, faults);
    }

    private Task<(string Sha256, long Length)?> MeasureAsync(Document document, CancellationToken cancellationToken) =>
        document.State is DocumentState.Quarantined
            ? originals.MeasureApartAsync(document.Sha256, cancellationToken)
            : originals.MeasureAsync(document.Sha256, cancellationToken);

    private static string? FaultOf(Document document, (string Sha256, long Length)? original) => original switch
    {
        null => $"{document.Path}: originalet {document.Sha256} saknas. Hämta det ur en säkerhetskopia.",
        { Sha256: var actual } when actual != document.Sha256 => $"{document.Path}: originalet {document.Sha256} har innehållet {actual}. Hämta det ur en säkerhetskopia.",
        { Length: var length } when length != document.Size => $"{document.Path}: originalet är {length} byte, liggaren säger {document.Size}.",
        _ => null,
    };
}

/// <param name="Originals">How many were read and hashed again.</param>
/// <param name="Faults">In Swedish; empty when everything agrees.</param>
public sealed record VerifiedCase(
    string Case, int Documents, int Arrivals, int Sends, int Originals, long Bytes, int AuditEntries, IReadOnlyList<string> Faults);
