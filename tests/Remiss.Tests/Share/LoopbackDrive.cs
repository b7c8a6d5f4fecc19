using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Remiss.Share;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Share;

/// <summary>A library in Graph's shape: changes page by page, links that are forgotten, contents behind a redirect, folders without their paths.</summary>
internal sealed class LoopbackDrive
{
    public const string Id = "b!library";
    public const string Root = "root-id";

    private readonly Lock door = new();
    private readonly Dictionary<string, Item> items = new(StringComparer.Ordinal) { [Root] = new(Root, "root", null) };
    private int changes;
    private int age;

    public int PageSize { get; set; } = 4;

    /// <summary>May the app make folders?</summary>
    public bool IsWritable { get; set; }

    /// <summary>Contents fetched, by item id, in order.</summary>
    public List<string> Fetched { get; } = [];

    public List<string> Made { get; } = [];

    /// <summary>Whose checksum the library gives wrongly.</summary>
    public HashSet<string> WrongHashes { get; } = [];

    /// <summary>What the library answers instead of the content: 403 for what it holds to be malware, 0 for a cut.</summary>
    public Dictionary<string, int> Broken { get; } = [];

    public string Folder(string path)
    {
        var parent = Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            lock (door)
            {
                var found = items.Values.FirstOrDefault(i => i.Parent == parent && i.Name == name && i.IsFolder);
                parent = (found ?? Add(new(NewId("folder"), name, parent))).Id;
            }
        }

        return parent;
    }

    public string Put(string path, byte[] content) => Put(path, content.Length, () => new MemoryStream(content), HashOf(content));

    public string Put(string path, long length, Func<Stream> open, string hash)
    {
        var slash = path.LastIndexOf('/');
        var parent = Folder(slash < 0 ? "" : path[..slash]);
        var name = path[(slash + 1)..];
        lock (door)
        {
            var file = items.Values.FirstOrDefault(i => i.Parent == parent && i.Name == name) ?? new Item(NewId("file"), name, parent);
            file.Open = open;
            file.Length = length;
            file.Hash = hash;
            file.Contents++;
            return Add(file).Id;
        }
    }

    public void Rename(string id, string name) => Change(id, item => item.Name = name);

    public void Move(string id, string folder)
    {
        var parent = Folder(folder);
        Change(id, item => item.Parent = parent);
    }

    /// <summary>Something beside the content: a column, a label.</summary>
    public void Touch(string id) => Change(id, _ => { });

    public void Delete(string id) => Change(id, item => item.IsDeleted = true);

    /// <summary>Every link given so far is answered 410 from now on.</summary>
    public void Forget() => age++;

    public static string HashOf(byte[] content)
    {
        var hash = new QuickXorHash();
        hash.Append(content);
        return hash.Finish();
    }

    public void Map(WebApplication app)
    {
        app.MapGet($"/v1.0/drives/{Id}/items/root/delta()", Delta);
        app.MapGet($"/v1.0/drives/{Id}/items/{{id}}", Look);
        app.MapGet($"/v1.0/drives/{Id}/items/{{id}}/content", (HttpRequest request, string id) => Results.Redirect($"/download/{id}?tempauth=1"));
        app.MapGet("/download/{id}", DownloadAsync);
        app.MapPost($"/v1.0/drives/{Id}/{{**path}}", MakeFolderAsync);
    }

    private static string NewId(string kind) => $"01{kind}{Guid.NewGuid():N}";

    private Item Add(Item item)
    {
        items[item.Id] = item;
        item.Changed = ++changes;
        item.Version++;
        return item;
    }

    private void Change(string id, Action<Item> change)
    {
        lock (door)
        {
            change(items[id]);
            Add(items[id]);
        }
    }

    private IResult Delta(HttpRequest request, string? token)
    {
        lock (door)
        {
            var after = token is null ? 0 : int.Parse(token.Split('.')[1], CultureInfo.InvariantCulture);
            if (token is not null && token.Split('.')[0] != $"{age}")
                return GraphServer.ErrorOf(410, "resyncRequired");
            var changed = items.Values.Where(i => i.Changed > after && i.Id != Root && (token is not null || !i.IsDeleted)).OrderBy(i => i.Changed).ToList();
            var page = changed.Take(PageSize).ToList();
            var isLast = page.Count == changed.Count;
            var link = $"{request.Scheme}://{request.Host}{request.Path}?token={age}.{(isLast ? changes + 1 : page[^1].Changed)}";
            if (isLast) changes++;
            return Results.Json(new JsonObject
            {
                ["value"] = new JsonArray([.. page.Select(i => (JsonNode)i.ToJson(null, WrongHashes.Contains(i.Id)))]),
                [isLast ? "@odata.deltaLink" : "@odata.nextLink"] = link,
            });
        }
    }

    private IResult Look(string id)
    {
        lock (door)
        {
            return items.TryGetValue(id, out var item) && !item.IsDeleted
                ? Results.Json(item.ToJson(PathOf(item.Parent), WrongHashes.Contains(id)))
                : GraphServer.ErrorOf(404, "itemNotFound");
        }
    }

    private string? PathOf(string? folder) => folder is null
        ? null
        : folder == Root ? $"/drives/{Id}/root:" : $"{PathOf(items[folder].Parent)}/{Uri.EscapeDataString(items[folder].Name)}";

    private async Task DownloadAsync(HttpContext context, string id)
    {
        Item? item;
        lock (door)
        {
            Fetched.Add(id);
            item = items.GetValueOrDefault(id);
        }

        if (context.Request.Headers.Authorization.Count > 0 || item is null or { IsDeleted: true })
        {
            await GraphServer.ErrorOf(item is null or { IsDeleted: true } ? 404 : 400, "itemNotFound").ExecuteAsync(context);
            return;
        }

        if (Broken.TryGetValue(id, out var status) && status > 0)
        {
            await GraphServer.ErrorOf(status, "accessDenied").ExecuteAsync(context);
            return;
        }

        context.Response.ContentLength = item.Length;
        await using var content = item.Open!();
        if (status == 0 && Broken.ContainsKey(id))
        {
            await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task<IResult> MakeFolderAsync(HttpRequest request, string path)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!;
        if (!path.EndsWith("/children", StringComparison.Ordinal) || body["folder"] is null || body["@microsoft.graph.conflictBehavior"]?.GetValue<string>() != "fail")
            return GraphServer.ErrorOf(400, "invalidRequest");
        if (!IsWritable)
            return GraphServer.ErrorOf(403, "accessDenied");

        var below = path == "items/root/children" ? "" : path["root:/".Length..^":/children".Length];
        var name = body["name"]!.GetValue<string>();
        lock (door)
        {
            var parent = Folder(below);
            if (items.Values.Any(i => i.Parent == parent && i.Name == name && !i.IsDeleted))
                return GraphServer.ErrorOf(409, "nameAlreadyExists");
            Made.Add($"{below}/{name}".TrimStart('/'));
            return Results.Json(Add(new(NewId("folder"), name, parent)).ToJson(null, false), statusCode: 201);
        }
    }

    private sealed class Item(string id, string name, string? parent)
    {
        public string Id => id;

        public string Name { get; set; } = name;

        public string? Parent { get; set; } = parent;

        public int Changed { get; set; }

        public int Version { get; set; }

        public int Contents { get; set; }

        public bool IsDeleted { get; set; }

        public Func<Stream>? Open { get; set; }

        public long Length { get; set; }

        public string? Hash { get; set; }

        public bool IsFolder => Open is null;

        public JsonObject ToJson(string? path, bool isHashWrong)
        {
            var json = new JsonObject
            {
                ["id"] = Id,
                ["name"] = Name,
                ["eTag"] = $"\"{{{Id}}},{Version}\"",
                ["cTag"] = $"\"c:{{{Id}}},{Contents}\"",
                ["size"] = Length,
                ["lastModifiedDateTime"] = "2023-10-02T07:15:00Z",
                ["lastModifiedBy"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Åsa Exempel", ["email"] = "asa@sisab.example" } },
            };
            if (Parent is not null)
            {
                json["parentReference"] = new JsonObject { ["driveId"] = LoopbackDrive.Id, ["id"] = Parent };
                if (path is not null) json["parentReference"]!["path"] = path;
            }

            if (Id == Root) json["root"] = new JsonObject();
            if (IsDeleted) json["deleted"] = new JsonObject { ["state"] = "deleted" };
            else if (IsFolder) json["folder"] = new JsonObject { ["childCount"] = 1 };
            if (!IsFolder)
            {
                json["file"] = new JsonObject
                {
                    ["hashes"] = new JsonObject { ["quickXorHash"] = isHashWrong ? "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" : Hash },
                };
            }

            return json;
        }
    }
}
