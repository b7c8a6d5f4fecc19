using System.Diagnostics;
using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>
/// The register and the open cases, against which a document is understood. Files that come in together share one reading: what another
/// process has changed may be seen a second late, this process's own changes are seen at once.
/// </summary>
public sealed class KnownFacts(RemissLedger ledger)
{
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(1);

    private volatile Reading? last;

    public async Task<(Register Register, IReadOnlyList<RemissCase> OpenCases)> ReadAsync(CancellationToken cancellationToken)
    {
        var changes = ledger.OwnChanges;
        if (last is { } shared && shared.Changes == changes && Stopwatch.GetElapsedTime(shared.At) < Shared) return (shared.Register, shared.OpenCases);

        var at = Stopwatch.GetTimestamp();
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var open = ledger.ReadOpenCasesAsync(cancellationToken);
        var read = new Reading(await register, await open, changes, at);
        last = read;
        return (read.Register, read.OpenCases);
    }

    private sealed record Reading(Register Register, IReadOnlyList<RemissCase> OpenCases, long Changes, long At);
}
