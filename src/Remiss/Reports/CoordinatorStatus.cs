using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>How the open cases of each coordinator stand at one moment.</summary>
public sealed class CoordinatorStatus
{
    private readonly IReadOnlyList<CaseLedger> cases;
    private readonly IReadOnlyList<Document> unassigned;
    private readonly IReadOnlyList<Send> sends;
    private readonly Register register;
    private readonly DateTimeOffset now;

    private CoordinatorStatus(IReadOnlyList<CaseLedger> cases, IReadOnlyList<Document> unassigned, IReadOnlyList<Send> sends, Register register, DateTimeOffset now)
    {
        this.cases = cases;
        this.unassigned = unassigned;
        this.sends = sends;
        this.register = register;
        this.now = now;
    }

    /// <summary>Each once, by mail address.</summary>
    public IEnumerable<Addressee> Coordinators => cases.SelectMany(c => c.Case.Coordinators).Select(Addressee.Of).DistinctBy(c => c.Mail);

    public static async Task<CoordinatorStatus> ReadAsync(RemissLedger ledger, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<CaseLedger> cases = [];
        foreach (var caseId in await ledger.OpenCasesAsync(cancellationToken))
        {
            if (await ledger.ReadAsync(caseId, cancellationToken) is { IsOpen: true } read)
                cases.Add(read);
        }

        return new(
            cases,
            await ledger.ListAsync<Document>(LedgerKeys.Unassigned, cancellationToken),
            await ledger.ListAsync<Send>(LedgerKeys.Weekly, cancellationToken),
            await ledger.ReadRegisterAsync(cancellationToken),
            now);
    }

    public WeeklyStatus Of(Addressee coordinator) => WeeklyStatus.Of(
        cases.Where(c => c.Case.Coordinators.Any(other => Addressee.Of(other).Mail == coordinator.Mail)),
        unassigned,
        sends.Where(s => s.Contact == coordinator.Mail || s.Channel is Channel.Workflow),
        register,
        now);

    /// <summary>Whatever the coordinator.</summary>
    public WeeklyStatus OfAll() => WeeklyStatus.Of(cases, unassigned, sends, register, now);
}
