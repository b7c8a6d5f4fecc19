using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Mailbox;

/// <summary>One folder of the shared mailbox in Graph's shape.</summary>
internal sealed class LoopbackMailbox
{
    private const string ImmutableIds = "IdType=\"ImmutableId\"";

    private readonly Lock door = new();
    private readonly List<Mail> mails = [];
    private int changes;
    private int age;

    public int PageSize { get; set; } = 3;

    public HashSet<string> Fetched { get; } = [];

    /// <summary>What was done to the mailbox beside reading.</summary>
    public List<string> Changed { get; } = [];

    public string Put(string from, string subject, string text, params (string Name, string Value)[] headers)
    {
        lock (door)
        {
            var mail = new Mail($"AAkALgreply{mails.Count:000}", from, subject, text, headers) { Changed = ++changes };
            mails.Add(mail);
            return mail.Id;
        }
    }

    /// <summary>Somebody has read it, or moved it away.</summary>
    public void Touch(string id, bool isRemoved = false)
    {
        lock (door)
        {
            var mail = mails.First(m => m.Id == id);
            (mail.Changed, mail.IsRemoved) = (++changes, isRemoved);
        }
    }

    public void Forget() => age++;

    public void Map(WebApplication app)
    {
        var mailbox = $"/v1.0/users/{GraphServer.Mailbox}";
        app.MapGet(mailbox + "/mailFolders/inbox/messages/delta()", Delta);
        app.MapGet(mailbox + "/messages/{id}", Look);
        app.MapGet(mailbox + "/messages/{id}/$value", Value);
        app.MapPatch(mailbox + "/messages/{id}", async (HttpRequest request, string id) =>
        {
            Changed.Add($"{id} {(await JsonNode.ParseAsync(request.Body))!.ToJsonString()}");
            return Results.Json(new { id });
        });
    }

    private IResult Delta(HttpRequest request, string? token)
    {
        if (request.Headers["Prefer"] != ImmutableIds)
            return GraphServer.ErrorOf(400, "NoImmutableId");
        if (token is not null && token.Split('.')[0] != $"{age}")
            return GraphServer.ErrorOf(410, "SyncStateNotFound");
        lock (door)
        {
            var after = token is null ? 0 : int.Parse(token.Split('.')[1], CultureInfo.InvariantCulture);
            var changed = mails.Where(m => m.Changed > after && (token is not null || !m.IsRemoved)).OrderBy(m => m.Changed).ToList();
            var page = changed.Take(PageSize).ToList();
            var isLast = page.Count == changed.Count;
            return Results.Json(new JsonObject
            {
                ["value"] = new JsonArray([.. page.Select(m => m.IsRemoved
                    ? (JsonNode)new JsonObject { ["id"] = m.Id, ["@removed"] = new JsonObject { ["reason"] = "deleted" } }
                    : new JsonObject { ["id"] = m.Id, ["isDraft"] = false })]),
                [isLast ? "@odata.deltaLink" : "@odata.nextLink"] =
                    $"{request.Scheme}://{request.Host}{request.Path}?token={age}.{(isLast ? changes : page[^1].Changed)}",
            });
        }
    }

    private IResult Look(HttpRequest request, string id) => Find(request, id) is { } mail
        ? Results.Json(new JsonObject
        {
            ["id"] = id,
            ["isDraft"] = false,
            ["subject"] = mail.Subject,
            ["bodyPreview"] = mail.Text[..Math.Min(mail.Text.Length, 255)],
            ["receivedDateTime"] = "2023-10-02T08:12:00Z",
            ["from"] = new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = "Någon", ["address"] = mail.From } },
            ["internetMessageHeaders"] = new JsonArray([.. mail.Headers.Select(h => (JsonNode)new JsonObject { ["name"] = h.Name, ["value"] = h.Value })]),
        })
        : GraphServer.ErrorOf(404, "ErrorItemNotFound");

    private IResult Value(HttpRequest request, string id)
    {
        if (Find(request, id) is not { } mail)
            return GraphServer.ErrorOf(404, "ErrorItemNotFound");
        lock (door) Fetched.Add(id);
        return Results.Bytes(mail.Mime, "text/plain");
    }

    private Mail? Find(HttpRequest request, string id)
    {
        lock (door)
            return request.Headers["Prefer"] == ImmutableIds ? mails.Find(m => m.Id == id && !m.IsRemoved) : null;
    }

    private sealed record Mail(string Id, string From, string Subject, string Text, (string Name, string Value)[] Headers)
    {
        public int Changed { get; set; }

        public bool IsRemoved { get; set; }

        public byte[] Mime => Encoding.UTF8.GetBytes($"From: {From}\r\nSubject: {Subject}\r\nX-Id: {Id}\r\n\r\n{Text}\r\n");
    }
}
