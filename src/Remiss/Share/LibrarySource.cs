using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.Delta;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Storage;

namespace Remiss.Share;

/// <summary>
/// The library's files. What is renamed, moved or deleted there changes nothing here: a new place is one more arrival of the same content, and
/// what is gone stays with us.
/// </summary>
internal sealed class LibrarySource(GraphServiceClient graph, ShareOptions options, InboxWriter inbox, TimeProvider time) : IDeltaSource<DriveItem>
{
    /// <summary>After so many tries, content that does not match its checksum is taken as it is, for a person to look at.</summary>
    private const int TriesForChecksum = 2;

    private static readonly string[] Members =
    [
        "id", "name", "eTag", "cTag", "size", "file", "folder", "package", "deleted", "parentReference", "createdBy", "createdDateTime", "lastModifiedBy",
        "lastModifiedDateTime",
    ];

    private readonly string driveId = options.DriveId!;
    private readonly LibraryFolders folders = new(graph, options.DriveId!);

    public string Partition => LedgerKeys.Share;

    public string Name => driveId;

    public async Task<DeltaPage<DriveItem>> ReadAsync(string? link, CancellationToken cancellationToken)
    {
        var delta = graph.Drives[driveId].Items["root"].Delta;
        var page = await (link is null ? delta : delta.WithUrl(link)).GetAsDeltaGetResponseAsync(
            link is null ? SelectMembers : null, cancellationToken);
        return new(page!.Value ?? [], page.OdataNextLink, page.OdataDeltaLink);
    }

    public string? IdOf(DriveItem item) =>
        item is { Id: { } id, File: not null, Deleted: null, ParentReference.Id: not null } && !TemporaryNames.Is(item.Name ?? "") ? id : null;

    public async Task<DriveItem?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.Drives[driveId].Items[id].GetAsync(request => request.QueryParameters.Select = Members, cancellationToken);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    public async Task<TakenItem?> TakeAsync(DriveItem item, TakenItem? before, int attempt, CancellationToken cancellationToken)
    {
        if (before?.Version == item.ETag) return before;
        if (BelowOurs($"{await folders.PathOfAsync(item.ParentReference!.Id!, cancellationToken)}/{item.Name}".TrimStart('/')) is not { } path) return null;

        var taken = new TakenItem(item.Id!, item.ETag!, item.CTag, path, time.GetUtcNow());
        if (before?.Content is { } content && content == item.CTag && before.Path == path) return taken;

        try
        {
            await CopyAsync(item, OriginOf(item, path), item.File!.Hashes?.QuickXorHash, cancellationToken);
        }
        catch (ContentMismatchException) when (attempt >= TriesForChecksum)
        {
            var doubtful = OriginOf(item, path) with { Doubt = "Filen stämmer inte med bibliotekets kontrollsumma; jämför den med bibliotekets." };
            await CopyAsync(item, doubtful, null, cancellationToken);
        }

        return taken;
    }

    private async Task CopyAsync(DriveItem item, Origin origin, string? expected, CancellationToken cancellationToken)
    {
        await using var content = await graph.Drives[driveId].Items[item.Id!].Content.GetAsync(cancellationToken: cancellationToken)
            ?? throw new ContentMismatchException("Biblioteket svarade utan innehåll.");
        var hash = new QuickXorHash();
        await using var counted = new CheckedStream(content, piece => hash.Append(piece.Span), () => Check(hash.Finish(), expected));
        await inbox.PutAsync(origin, counted, cancellationToken);
    }

    private static void Check(string found, string? expected)
    {
        if (expected is { Length: > 0 } && found != expected)
            throw new ContentMismatchException($"Kontrollsumman är {found}, men biblioteket anger {expected}.");
    }

    private Origin OriginOf(DriveItem item, string path) => new(path, item.ETag!, item.LastModifiedDateTime ?? time.GetUtcNow(), SenderOf(item))
    {
        Item = $"{driveId}/{item.Id}",
        QuickXorHash = item.File!.Hashes?.QuickXorHash,
        Way = "library",
    };

    private static string? SenderOf(DriveItem item) => (item.LastModifiedBy ?? item.CreatedBy)?.User is { } user
        ? user.AdditionalData.TryGetValue("email", out var mail) && mail is string { Length: > 0 } address ? address : user.DisplayName
        : null;

    /// <returns>In NFC, as it lies in the folder of the cases; null for what lies beside it.</returns>
    private string? BelowOurs(string path)
    {
        var place = path.Normalize();
        if (options.Folder.Length == 0) return place;
        var folder = options.Folder.Normalize() + "/";
        return place.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? place[folder.Length..] : null;
    }

    private static void SelectMembers(RequestConfiguration<DeltaRequestBuilder.DeltaRequestBuilderGetQueryParameters> request) =>
        request.QueryParameters.Select = Members;
}
