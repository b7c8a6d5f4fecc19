using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;
using Microsoft.Kiota.Abstractions;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Mailbox;

/// <summary>The mails of one folder. The raw mail goes to the inbox, whatever it is: what is an answer is judged from its text.</summary>
internal sealed class MailboxSource(
    GraphServiceClient graph, string mailbox, MailboxOptions options, MailContext context, InboxWriter inbox, TimeProvider time) : IDeltaSource<Message>
{
    private const string ImmutableIds = "IdType=\"ImmutableId\"";
    private const int LongestName = 80;

    /// <summary>A mail never changes.</summary>
    private const string OnlyVersion = "1";

    public string Partition => LedgerKeys.Mailbox;

    public string Name => $"{mailbox}/{options.Folder}";

    public async Task<DeltaPage<Message>> ReadAsync(string? link, CancellationToken cancellationToken)
    {
        var delta = graph.Users[mailbox].MailFolders[options.Folder].Messages.Delta;
        var page = link is null
            ? await delta.GetAsDeltaGetResponseAsync(First, cancellationToken)
            : await delta.WithUrl(link).GetAsDeltaGetResponseAsync(request => request.Headers.Add("Prefer", ImmutableIds), cancellationToken);
        return new(page!.Value ?? [], page.OdataNextLink, page.OdataDeltaLink);
    }

    public string? IdOf(Message item) => item.AdditionalData.ContainsKey("@removed") || item.IsDraft is true ? null : item.Id;

    public async Task<Message?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(id, cancellationToken);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    public async Task<TakenItem?> TakeAsync(Message item, TakenItem? before, int attempt, CancellationToken cancellationToken)
    {
        if (before is not null) return before;

        var mail = Received(await LookAsync(item.Id!, cancellationToken));
        var path = "";
        if (!mail.From.Equals(mailbox, StringComparison.OrdinalIgnoreCase))
        {
            path = await CopyAsync(item.Id!, mail, cancellationToken);
            if (options.MarksAsRead) await MarkAsync(item.Id!, cancellationToken);
        }

        return new(item.Id!, OnlyVersion, null, path, time.GetUtcNow());
    }

    private async Task<string> CopyAsync(string id, ReceivedMail mail, CancellationToken cancellationToken)
    {
        var place = MailPlacement.Of(mail, context, options.Receiver);
        var folder = place.Case is null ? "mejl" : $"{place.Case}/{place.Organisation}";
        var origin = new Origin($"{folder}/{FileName(mail)}", OnlyVersion, mail.ReceivedAt, mail.From)
        {
            Item = $"{mailbox}/{id}",
            Doubt = place.Doubt,
            Way = "mail",
        };
        await using var content = await graph.Users[mailbox].Messages[id].Content.GetAsync(
            request => request.Headers.Add("Prefer", ImmutableIds), cancellationToken) ?? throw new ContentMismatchException("Brevlådan svarade utan innehåll.");
        await using var raw = new CheckedStream(content, _ => { }, () => { });
        await inbox.PutAsync(origin, raw, cancellationToken);
        return origin.Path;
    }

    private async Task<Message> LookAsync(string id, CancellationToken cancellationToken) => (await graph.Users[mailbox].Messages[id].GetAsync(
        request =>
        {
            request.Headers.Add("Prefer", ImmutableIds);
            request.QueryParameters.Select = ["id", "from", "sender", "subject", "bodyPreview", "receivedDateTime", "isDraft", "internetMessageHeaders"];
        },
        cancellationToken))!;

    /// <summary>Where the app may not, the mail stays unread; it has been fetched all the same.</summary>
    private async Task MarkAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await graph.Users[mailbox].Messages[id].PatchAsync(
                new Message { IsRead = true }, request => request.Headers.Add("Prefer", ImmutableIds), cancellationToken);
        }
        catch (ApiException e) when (e.ResponseStatusCode is 403 or 404)
        {
        }
    }

    private ReceivedMail Received(Message message) => new(
        ((message.From ?? message.Sender)?.EmailAddress?.Address ?? "").Trim().ToLowerInvariant(),
        message.Subject ?? "",
        message.BodyPreview ?? "",
        message.ReceivedDateTime ?? time.GetUtcNow(),
        [.. (message.InternetMessageHeaders ?? []).Select(h => new KeyValuePair<string, string>(h.Name ?? "", h.Value ?? ""))]);

    private static string FileName(ReceivedMail mail)
    {
        var subject = string.Concat(SingleLine.Of(mail.Subject.Normalize(), LongestName).Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c));
        var at = SwedishTime.Local(mail.ReceivedAt);
        return $"{at:yyyy-MM-dd HH.mm} {(subject.Trim(' ', '.') is { Length: > 0 } name ? name : "utan ämne")}.eml";
    }

    private static void First(RequestConfiguration<DeltaRequestBuilder.DeltaRequestBuilderGetQueryParameters> request)
    {
        request.Headers.Add("Prefer", ImmutableIds);
        request.QueryParameters.Select = ["id", "isDraft", "receivedDateTime"];
    }
}
