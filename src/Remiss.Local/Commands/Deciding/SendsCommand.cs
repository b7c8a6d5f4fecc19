using System.CommandLine;
using Remiss.Local.Host;
using Remiss.Notifications;

namespace Remiss.Local.Commands.Deciding;

/// <summary>Sends that nobody knows the fate of.</summary>
internal static class SendsCommand
{
    private static readonly Argument<string?> Id = new("ID") { Description = "Utskickets id, som listan ger det", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Arrived = new("--arrived") { Description = "Det kom fram" };
    private static readonly Option<bool> Again = new("--again") { Description = "Det kom inte fram: skicka igen om tiden inte har gått ut" };
    private static readonly Option<string> By = new("--by") { Description = "Vem som avgör, till loggen", DefaultValueFactory = _ => Environment.UserName };

    public static Command Create()
    {
        var command = new Command("sends", "Räknar upp utskick som kanske inte kom fram, och antecknar vad som hände") { Id, Arrived, Again, By };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => arguments.GetValue(Id) is { } id
                ? SettleAsync(host, id, arguments.GetValue(Arrived), arguments.GetValue(Again), arguments.GetValue(By)!, cancellationToken)
                : ListAsync(host, cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(LocalHost host, CancellationToken cancellationToken)
    {
        var unknown = await host.Get<UnknownSends>().ListAsync(cancellationToken);
        foreach (var send in unknown)
            Console.Out.WriteLine($"{NotificationId.Of(send.Partition, send.Send)}  {send.Partition}  {send.Send.At:yyyy-MM-dd HH:mm}  {SingleLine.Of(send.Send.Subject)}");
        Console.Out.WriteLine(unknown.Count == 0 ? "Inget utskick att kontrollera." : $"{unknown.Count} att kontrollera.");
        return 0;
    }

    private static async Task<int> SettleAsync(LocalHost host, string id, bool arrived, bool again, string by, CancellationToken cancellationToken)
    {
        if (arrived == again) throw new UserErrorException("Ange --arrived eller --again.");
        var send = (await host.Get<UnknownSends>().ListAsync(cancellationToken)).FirstOrDefault(s => NotificationId.Of(s.Partition, s.Send) == id)
            ?? throw new UserErrorException($"{id}: inget sådant utskick att kontrollera. Kör remiss sends för en lista.");
        await host.Get<UnknownSends>().SettleAsync(send.Partition, send.Key, arrived, by, cancellationToken);
        Console.Out.WriteLine(arrived ? "Antecknat som framkommet." : "Antecknat. Det skickas vid nästa körning, om tiden inte har gått ut.");
        return 0;
    }
}
