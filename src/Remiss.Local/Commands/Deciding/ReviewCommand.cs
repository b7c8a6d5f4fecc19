using System.CommandLine;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Commands.Deciding;

/// <summary>What a person decides about a document, on the storage in use.</summary>
internal static class ReviewCommand
{
    private static readonly Argument<string> Document = new("DOCUMENT") { Description = "Handlingens SHA-256 eller början på den, eller dess filnamn" };
    private static readonly Argument<string> What = new("WHAT") { Description = "accept, correct, move, no-answer, reopen, secret, release, replay eller why" };
    private static readonly Option<string?> Type = new("--type") { Description = "Dokumenttyp, som remissvar (correct)" };
    private static readonly Option<string?> Stance = new("--stance") { Description = "Ställningstagande, som tillstyrker (correct)" };
    private static readonly Option<string?> To = new("--to") { Description = "Vart handlingen hör, som ks-2023-740/sisab (move, correct)" };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Varför, i egna ord" };
    private static readonly Option<string> By = new("--by") { Description = "Vem som beslutar, till loggen", DefaultValueFactory = _ => Environment.UserName };

    public static Command Create()
    {
        var command = new Command("review", "Beslutar om en handling, eller berättar varför den är eller inte är med i utlåtandet")
        {
            DataFolder.Case, Document, What, Type, Stance, To, Reason, By,
        };
        What.AcceptOnlyFromAmong("accept", "correct", "move", "no-answer", "reopen", "secret", "release", "replay", "why");
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var partition = arguments.GetValue(DataFolder.Case)!;
        var document = await FindAsync(host, partition, arguments.GetValue(Document)!, cancellationToken);
        var id = new DocumentId(partition, document.Organisation, document.Sha256);
        var (what, by, reason) = (arguments.GetValue(What)!, arguments.GetValue(By)!, arguments.GetValue(Reason));
        if (what == "why") return await TellAsync(host, partition, document, cancellationToken);
        if (what == "replay")
        {
            Console.Out.WriteLine(await host.Get<ReplayHandler>().HandleAsync(id, by, cancellationToken) ? "Körs om vid nästa körning." : "Inget att köra om.");
            return 0;
        }

        var outcome = what switch
        {
            "secret" => await host.Get<SecrecyHandler>().MarkAsync(id, by, reason ?? "", cancellationToken),
            "release" => await host.Get<SecrecyHandler>().ReleaseAsync(id, by, reason ?? "", cancellationToken),
            _ => await host.Get<ReviewHandler>().HandleAsync(id, DecisionOf(what, arguments), by, reason, cancellationToken),
        };
        if (outcome is ReviewOutcome.Refused refused) throw new UserErrorException(refused.Why);
        Console.Out.WriteLine("Beslutet är infört.");
        return 0;
    }

    private static async Task<Document> FindAsync(LocalHost host, string partition, string wanted, CancellationToken cancellationToken)
    {
        var found = (await host.Get<RemissLedger>().ListAsync<Document>(partition, cancellationToken))
            .Where(d => d.Sha256.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) || d.FileName == wanted)
            .ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new UserErrorException($"{wanted}: ingen sådan handling i {partition}. remiss status {partition} --json räknar upp dem."),
            _ => throw new UserErrorException($"{wanted}: {found.Count} handlingar passar. Ange mer av SHA-256."),
        };
    }

    private static ReviewDecision DecisionOf(string what, ParseResult arguments)
    {
        var place = arguments.GetValue(To) is { } to ? PlaceOf(to) : null;
        return what switch
        {
            "accept" => new ReviewDecision.Accept(),
            "no-answer" => new ReviewDecision.NotAnAnswer(),
            "reopen" => new ReviewDecision.Reopen(),
            "move" => new ReviewDecision.Move(place ?? throw new UserErrorException("move: ange vart med --to, som --to ks-2023-740/sisab.")),
            _ => new ReviewDecision.Correct(
                Label(arguments.GetValue(Type), DocumentType.Remissvar, "--type"),
                Label(arguments.GetValue(Stance), Remiss.Intake.Classification.Stance.Oklart, "--stance"),
                Place: place),
        };
    }

    private static DocumentPlace PlaceOf(string text) => text.Split('/') is [var caseId, var organisation]
        ? new(caseId, organisation)
        : throw new UserErrorException($"--to {text}: ärende och organisation väntades, som ks-2023-740/sisab.");

    private static T Label<T>(string? text, T otherwise, string option)
        where T : struct, Enum
    {
        if (text is null) return otherwise;
        foreach (var value in Enum.GetValues<T>())
        {
            if (RemissJson.Label(value) == text) return value;
        }

        throw new UserErrorException($"{option} {text}: ett av {string.Join(", ", Enum.GetValues<T>().Select(RemissJson.Label))} väntades.");
    }

    private static async Task<int> TellAsync(LocalHost host, string partition, Document document, CancellationToken cancellationToken)
    {
        var ledger = host.Get<RemissLedger>();
        var read = await ledger.ReadAsync(partition, cancellationToken) ?? throw DataFolder.NoCase(partition);
        var attestation = read.Disposal is null
            ? await host.Get<ReportRecords>().FindAsync<Attestation>(partition, LedgerKeys.ReportAttestation, cancellationToken)
            : null;
        var place = WhyInReport.Of(read, await ledger.ReadRegisterAsync(cancellationToken), document, attestation);
        Console.Out.WriteLine(place.IsInReport ? $"Med i utlåtandet, som bilaga {place.Label}." : "Inte med i utlåtandet.");
        foreach (var sentence in place.Because) Console.Out.WriteLine(string.Concat(sentence.Select(c => char.IsControl(c) ? ' ' : c)));
        return 0;
    }
}
