using System.CommandLine;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Notifications;

namespace Remiss.Local.Commands.Running;

/// <summary>Sets right what was left half-way, and lists the rest.</summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var command = new Command("sweep", "Tar hand om det som blivit liggande halvvägs och räknar upp det som en person måste avgöra");
        command.SetAction((_, cancellationToken) => DataFolder.WithHostAsync(host => RunAsync(host, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, CancellationToken cancellationToken)
    {
        var report = await host.Get<ReconciliationRun>().RunAsync(cancellationToken);
        Console.Out.WriteLine($"Mottagna ur inkorgen: {report.Received}.");
        Print("Kunde inte tas emot, ligger kvar", report.NotReceived);
        Print("Meddelandet hade gått förlorat, satta igång igen", report.SetOffAgain.Select(Tell));
        Print("Väntar på sin tur i kön", report.Waiting.Select(Tell));
        Print("Flytt slutförd", report.MovesFinished.Select(Tell));
        Print("Avslut, öppning eller gallring slutförd", report.CasesFinished);
        Print("Misslyckades, kör remiss replay CASE", report.Failed.Select(Tell));
        if (report.PoisonMessages > 0) Console.Out.WriteLine($"Meddelanden i poison-köerna: {report.PoisonMessages}. De antecknas på sina handlingar av remiss up.");
        Print("Okänt om de kom fram, avgör med remiss sends", report.UnknownSends.Select(Tell));
        Print("Har väntat länge på att skickas", report.OwedSends.Select(Tell));
        Print("Gick inte att ordna nu", report.Failures);
        if (!report.NeedsPerson) Console.Out.WriteLine("Inget har blivit liggande.");
        return 0;
    }

    private static string Tell(DocumentId id) => $"{id.Case}/{id.Organisation} {id.Sha256}";

    private static string Tell(UnknownSend send) => $"{send.Partition} {NotificationId.Of(send.Partition, send.Send)}";

    private static void Print(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        Console.Out.WriteLine($"{heading}: {all.Count}.");
        foreach (var line in all) Console.Out.WriteLine("  " + line);
    }
}
