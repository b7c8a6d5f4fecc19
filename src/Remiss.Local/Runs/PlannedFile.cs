using System.Security.Cryptography;
using System.Text.Json;
using Remiss.Intake;
using IOPath = System.IO.Path;

namespace Remiss.Local.Runs;

/// <summary>A file on disk and when it is to have arrived.</summary>
/// <param name="Path"><c>{case}/{organisation}/{file}</c>.</param>
internal sealed record PlannedFile(string LocalPath, string Path, DateTimeOffset ArrivesAt)
{
    /// <summary>Everything in a folder <c>{organisation}/{file}</c>. A file arrived when it was last written, but never after the run's moment.</summary>
    public static IReadOnlyList<PlannedFile> In(string folder, string caseId, DateTimeOffset at) =>
    [
        .. Below(folder).Select(file => new PlannedFile(
            file.FullName, $"{caseId}/{RelativePath(folder, file)}", Earlier(new DateTimeOffset(file.LastWriteTimeUtc), at))),
    ];

    /// <summary>The demo's files, each at the moment that <c>arrivals.json</c> gives it.</summary>
    public static async Task<IReadOnlyList<PlannedFile>> InSampleAsync(string sample, string caseId, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(IOPath.Combine(sample, "arrivals.json"));
        var moments = await JsonSerializer.DeserializeAsync<Dictionary<string, DateTimeOffset>>(stream, RemissJson.Options, cancellationToken);
        var documents = IOPath.Combine(sample, "documents");
        return
        [
            .. Below(documents).Select(file => new PlannedFile(
                file.FullName, $"{caseId}/{RelativePath(documents, file)}", moments![RelativePath(documents, file)])),
        ];
    }

    public async Task PutAsync(InboxWriter inbox, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(LocalPath);
        await inbox.PutAsync(await OriginOfAsync(content, cancellationToken), content, cancellationToken);
    }

    private async Task<Origin> OriginOfAsync(FileStream content, CancellationToken cancellationToken)
    {
        var version = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        return new Origin(Path, version, ArrivesAt);
    }

    private static IEnumerable<FileInfo> Below(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
        .OrderBy(file => file.FullName, StringComparer.Ordinal);

    private static string RelativePath(string folder, FileInfo file) =>
        IOPath.GetRelativePath(folder, file.FullName).Replace(IOPath.DirectorySeparatorChar, '/').Normalize();

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
