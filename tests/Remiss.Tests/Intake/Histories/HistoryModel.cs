namespace Remiss.Tests.Intake.Histories;

/// <summary>What the ledger must say, reckoned from the steps alone.</summary>
internal sealed class HistoryModel
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly Dictionary<int, Version> inbox = [];
    private readonly List<Version> arrived = [];

    public void Put(int file, int content, string etag, DateTimeOffset at) => inbox[file] = new(file, SentFile.All[content], etag, at);

    public void Delete(int file) => inbox.Remove(file);

    public void Receive(int file, DateTimeOffset now)
    {
        if (!inbox.TryGetValue(file, out var version) || (version.Content.Text.Length == 0 && now - version.At < Grace)) return;
        arrived.Add(version);
        inbox.Remove(file);
    }

    public void Sweep(DateTimeOffset now)
    {
        foreach (var file in inbox.Keys.ToList()) Receive(file, now);
    }

    public string Ledger()
    {
        var documents = arrived.GroupBy(v => v.Content).Select(g => (Content: g.Key, At: g.Min(v => v.At))).ToList();
        var answers = documents.Where(d => d.Content.IsAnswer).OrderBy(d => d.At).ThenBy(d => d.Content.Sha256, StringComparer.Ordinal).ToList();
        var newest = answers.Count == 0 ? null : answers[^1].Content.Sha256;
        return Lines(
            arrived.Select(v => (v.File, v.ETag, v.Content.Sha256, v.At)),
            documents.Select(d => (d.Content.Sha256, d.At, d.Content.IsAnswer, d.Content.IsAnswer && d.Content.Sha256 != newest)),
            newest);
    }

    public static string Lines(
        IEnumerable<(int File, string ETag, string Sha256, DateTimeOffset At)> arrivals,
        IEnumerable<(string Sha256, DateTimeOffset ArrivedAt, bool Counts, bool IsSuperseded)> documents,
        string? answer) => string.Join(
        '\n',
        arrivals.Select(a => $"arrival {a.File} {a.ETag} {a.Sha256[..6]} {a.At:HH:mm}").Order(StringComparer.Ordinal)
            .Concat(documents.Select(d => $"document {d.Sha256[..6]} {d.ArrivedAt:HH:mm} {(d.Counts ? "counts" : "")} {(d.IsSuperseded ? "superseded" : "")}")
                .Order(StringComparer.Ordinal))
            .Append($"answer {answer?[..6]}"));

    private sealed record Version(int File, SentFile Content, string ETag, DateTimeOffset At);
}
