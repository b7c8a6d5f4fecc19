using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using Remiss.Notifications;
using Remiss.Notifications.Graph;

namespace Remiss.Tests.Notifications.Graph;

/// <summary>The office, with its mails and notifications going through the real SDK to a Graph of our own.</summary>
internal sealed class GraphOffice : IAsyncDisposable
{
    private GraphOffice(Office office, GraphServer server)
    {
        Office = office;
        Server = server;
        Notifier = new GraphNotifier(
            new(() => GraphConnection.Open(server.BaseUrl, new AnonymousAuthenticationProvider(), office.Time)),
            Options.Create(Settings),
            Options.Create(new NotificationOptions { BaseUrl = new("https://remiss.stadshus.example/") }),
            new(Options.Create(office.Channel)));
        office.Notifier = Notifier;
    }

    public static GraphOptions Settings { get; } = new() { Mailbox = GraphServer.Mailbox, TeamsAppId = "5c3f1d2e-0000-4000-8000-000000000001" };

    public Office Office { get; }

    public GraphServer Server { get; }

    public GraphNotifier Notifier { get; }

    public static async Task<GraphOffice> OpenAsync(string now)
    {
        var time = new QuickTime(Office.At(now));
        return new(await Office.OpenAsync(now, time), await GraphServer.StartAsync(time));
    }

    public void Advance(TimeSpan by) => ((QuickTime)Office.Time).Advance(by);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
