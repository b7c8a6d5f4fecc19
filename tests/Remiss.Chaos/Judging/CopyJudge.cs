using Remiss.Notifications;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Chaos.Judging;

/// <summary>What really left, as Graph counted it, against what the ledger says of it.</summary>
internal sealed class CopyJudge(IReadOnlyList<(string Partition, Send Send)> sends, GraphServer graph, Verdict verdict)
{
    public string Figures { get; private set; } = "";

    public void Run()
    {
        Mails();
        Notifications();
        var states = sends.GroupBy(s => s.Send.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {RemissJson.Label(g.Key)}");
        Figures = $"{graph.Sent.Count} mails and {graph.Notifications.Count} notifications left for {sends.Count} sends ({string.Join(", ", states)})";
    }

    private void Mails()
    {
        var left = graph.Sent.GroupBy(m => m["internetMessageId"]!.GetValue<string>()).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (id, count) in left.Where(l => l.Value > 1)) verdict.Breach($"TWICE: {count} copies of mail {id}");
        foreach (var (partition, send) in sends.Where(s => s.Send.Channel is Channel.Mail))
        {
            var id = $"<{NotificationId.Of(partition, send)}.{partition}@{GraphServer.Mailbox[(GraphServer.Mailbox.IndexOf('@') + 1)..]}>";
            var copies = left.GetValueOrDefault(id);
            left.Remove(id);
            if (send.State is SendState.Accepted) verdict.Check(copies > 0, $"LOST mail {id}: accepted, says the ledger, and never left");
            else verdict.Check(copies == 0 || send.State is SendState.Unknown, $"mail {id} left, and the ledger says {send.State}");
        }

        foreach (var id in left.Keys) verdict.Breach($"mail {id} has no row in the ledger");
    }

    /// <summary>A notification carries no id: those to one person about one thing are counted together.</summary>
    private void Notifications()
    {
        var left = graph.Notifications
            .GroupBy(n => (n.User, Topic: n.Body["topic"]!["value"]!.GetValue<string>())).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (user, topic, rows) in sends
            .Where(s => s.Send.Channel is Channel.Teams && s.Send.Subject.Length > 0)
            .GroupBy(s => (User: UserOf(s.Send), s.Send.Subject))
            .Select(g => (g.Key.User, g.Key.Subject, g.ToList())))
        {
            var copies = left.GetValueOrDefault((user, topic));
            var accepted = rows.Count(r => r.Send.State is SendState.Accepted);
            var unknown = rows.Count(r => r.Send.State is SendState.Unknown);
            verdict.Check(copies >= accepted, $"LOST notification to {user}, {topic}: {accepted} accepted, {copies} left");
            verdict.Check(copies <= accepted + unknown, $"TWICE: {copies} notifications to {user}, {topic}: {accepted} accepted, {unknown} unknown");
        }
    }

    /// <summary>The register of the run gives each contact one user.</summary>
    private static string UserOf(Send send) => send.Contact.StartsWith("handlaggare", StringComparison.Ordinal)
        ? "entra-h" + send.Contact["handlaggare".Length..send.Contact.IndexOf('@', StringComparison.Ordinal)]
        : "entra-" + send.Contact["svar@".Length..send.Contact.LastIndexOf('.')];
}
