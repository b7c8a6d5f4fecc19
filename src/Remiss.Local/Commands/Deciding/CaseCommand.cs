using System.CommandLine;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Storage;

namespace Remiss.Local.Commands.Deciding;

/// <summary>What a coordinator decides about a whole case, on the storage in use.</summary>
internal static class CaseCommand
{
    private static readonly Argument<string> Organisation = new("ORGANISATION") { Description = "Organisationens id, som sisab" };
    private static readonly Option<DateOnly?> Until = new("--until") { Description = "Sista dag för svar, som 2023-10-20" };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Varför, i egna ord" };
    private static readonly Option<string> By = new("--by") { Description = "Vem som beslutar, till loggen", DefaultValueFactory = _ => Environment.UserName, Recursive = true };
    private static readonly Option<string> DecidedBy = new("--decided-by") { Description = "Vem som har beslutat om gallringen", Required = true };
    private static readonly Option<string> Basis = new("--basis") { Description = "Beslutets grund", Required = true };
    private static readonly Option<string> What = new("--what") { Description = "Vad som gallras", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "Filen att skriva", Required = true };

    public static Command Create() => new("case", "Ändrar, avslutar eller gallrar ett ärende")
    {
        Decision("add", "Lägger till en remissinstans", [Organisation], a => new CaseDecision.AddRecipient(a.GetValue(Organisation)!)),
        Decision("withdraw", "Tar bort en remissinstans; inget raderas", [Organisation], a => new CaseDecision.WithdrawRecipient(a.GetValue(Organisation)!)),
        Decision("deadline", "Ändrar sista dag för en remissinstans", [Organisation, Until], a => new CaseDecision.ChangeRecipientDeadline(
            a.GetValue(Organisation)!, a.GetValue(Until) ?? throw new UserErrorException("Ange dagen med --until, som --until 2023-10-20."))),
        Decision("close", "Avslutar: inga påminnelser och veckobrev mer", [], _ => new CaseDecision.Close()),
        Decision("reopen", "Öppnar igen", [], _ => new CaseDecision.Reopen()),
        Export(),
        Dispose(),
        By,
    };

    private static Command Decision(string name, string description, IReadOnlyList<Symbol> inputs, Func<ParseResult, CaseDecision> decision)
    {
        var command = new Command(name, description) { DataFolder.Case };
        foreach (var input in inputs)
        {
            if (input is Argument argument) command.Add(argument);
            else command.Add((Option)input);
        }

        command.Add(Reason);
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            async host =>
            {
                var caseId = arguments.GetValue(DataFolder.Case)!;
                var outcome = await host.Get<CaseHandler>().HandleAsync(
                    caseId, decision(arguments), arguments.GetValue(By)!, arguments.GetValue(Reason), cancellationToken);
                if (outcome is CaseOutcome.NoCase) throw DataFolder.NoCase(caseId);
                if (outcome is CaseOutcome.Refused refused) throw new UserErrorException(string.Join(Environment.NewLine, refused.Faults));
                Console.Out.WriteLine("Beslutet är infört.");
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static Command Export()
    {
        var command = new Command("export", "Skriver ut ärendefilen") { DataFolder.Case, Out };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            async host =>
            {
                var caseId = arguments.GetValue(DataFolder.Case)!;
                var row = await host.Get<RemissLedger>().FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken) ?? throw DataFolder.NoCase(caseId);
                await File.WriteAllTextAsync(arguments.GetValue(Out)!, CaseFile.Write(row.Value), cancellationToken);
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static Command Dispose()
    {
        var command = new Command("dispose", "Gallrar ett avslutat ärende: innehållet raderas, anteckningarna består") { DataFolder.Case, DecidedBy, Basis, What };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            async host =>
            {
                var caseId = arguments.GetValue(DataFolder.Case)!;
                var order = new DisposalOrder(arguments.GetValue(DecidedBy)!, arguments.GetValue(Basis)!, arguments.GetValue(What)!);
                var outcome = await host.Get<DisposalHandler>().DisposeAsync(caseId, order, arguments.GetValue(By)!, cancellationToken);
                if (outcome is DisposalOutcome.NoCase) throw DataFolder.NoCase(caseId);
                if (outcome is DisposalOutcome.Refused refused) throw new UserErrorException(refused.Why);
                Console.Out.WriteLine("Ärendet är gallrat.");
                return 0;
            },
            cancellationToken));
        return command;
    }
}
