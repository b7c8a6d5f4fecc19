using System.CommandLine;
using Remiss.Local.Host;
using Remiss.Reminders;

namespace Remiss.Local.Commands.Deciding;

/// <summary>What a coordinator decides about a recipient, on the storage in use. What follows is sent at the next run.</summary>
internal static class DecideCommand
{
    private static readonly Argument<string> Organisation = new("ORGANISATION") { Description = "Remissinstansens id, som sisab" };

    private static readonly Argument<string> What = new("WHAT") { Description = "grant, refuse, pause, resume, remind, link eller complete" };

    private static readonly Option<DateOnly?> Until = new("--until") { Description = "Dagen som beslutet gäller till, som 2023-10-20 (grant, pause, complete)" };

    private static readonly Option<string?> Text = new("--text") { Description = "Vad som saknas i svaret (complete)" };

    private static readonly Option<string> By = new("--by") { Description = "Vem som beslutar, till loggen", DefaultValueFactory = _ => Environment.UserName };

    public static Command Create()
    {
        var command = new Command("decide", "Beslutar om anstånd, paus, påminnelse, ny länk eller komplettering") { DataFolder.Case, Organisation, What, Until, Text, By };
        What.AcceptOnlyFromAmong("grant", "refuse", "pause", "resume", "remind", "link", "complete");
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(
                host,
                arguments.GetValue(DataFolder.Case)!,
                arguments.GetValue(Organisation)!,
                DecisionOf(arguments.GetValue(What)!, arguments.GetValue(Until), arguments.GetValue(Text)),
                arguments.GetValue(By)!,
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static RecipientDecision DecisionOf(string what, DateOnly? until, string? text) => (what, until) switch
    {
        ("refuse", _) => new RecipientDecision.RefuseExtension(),
        ("resume", _) => new RecipientDecision.EndPause(),
        ("link", _) => new RecipientDecision.RenewLink(),
        ("remind", _) => new RecipientDecision.RemindNow(),
        ("grant", { } day) => new RecipientDecision.GrantExtension(day),
        ("pause", { } day) => new RecipientDecision.Pause(day),
        ("complete", { } day) => new RecipientDecision.RequestCompletion(text ?? "", day),
        _ => throw new UserErrorException($"{what}: ange dagen med --until, som --until 2023-10-20."),
    };

    private static async Task<int> RunAsync(
        LocalHost host, string caseId, string organisation, RecipientDecision decision, string by, CancellationToken cancellationToken)
    {
        if (await host.Get<DecisionHandler>().HandleAsync(caseId, organisation, decision, by, cancellationToken) is DecisionEffect.Refused refused)
            throw new UserErrorException(refused.Why);

        Console.Out.WriteLine("Beslutet är infört. Det som följer av det skickas vid nästa körning.");
        return 0;
    }
}
