using System.Text.Json.Nodes;

namespace Remiss.Infra.Tests;

internal sealed class Resource(JsonObject json)
{
    public string Id => (string)json["id"]!;

    public string Type => (string)json["type"]!;

    public string Name => (string)json["name"]!;

    /// <summary>The last part of the name: that of a container, a queue, a table.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];

    public JsonObject Json => json;

    public JsonObject Properties => json["properties"]?.AsObject() ?? [];

    /// <param name="path">Names of properties, with dots between.</param>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Properties, (node, name) => node?[name]);

    public string? Text(string path) => At(path)?.ToString();

    public IReadOnlyList<string> Texts(string path) => [.. At(path)!.AsArray().Select(node => node!.ToString())];

    public override string ToString() => $"{Type} {Name}";
}
