namespace Remiss.Extractor.Docx;

internal sealed class DocxRelations(string folder)
{
    private readonly Dictionary<string, string> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byType = new(StringComparer.Ordinal);

    public string? ById(string id) => byId.GetValueOrDefault(id);

    /// <param name="type">The last segment of the relationship's type, which strict and transitional documents share.</param>
    public string? OfType(string type) => byType.GetValueOrDefault(type);

    public void Add(string? id, string? type, string? target)
    {
        if (id is null || type is null || target is null) return;
        var part = Resolve(target);
        byId.TryAdd(id, part);
        byType.TryAdd(type[(type.LastIndexOf('/') + 1)..], part);
    }

    private string Resolve(string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith('/')) return target[1..];

        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in target.Split('/'))
        {
            if (segment is ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            else if (segment is not (".." or "." or "")) segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
