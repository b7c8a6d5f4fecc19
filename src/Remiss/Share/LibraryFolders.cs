using System.Collections.Concurrent;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace Remiss.Share;

/// <summary>
/// Where the library's folders lie during one run. A change tells only the id of the folder that the file is in, since a folder may be
/// renamed without any change to what is in it.
/// </summary>
internal sealed class LibraryFolders(GraphServiceClient graph, string driveId)
{
    private readonly ConcurrentDictionary<string, Task<string>> paths = new(StringComparer.Ordinal);

    /// <returns>The path of the folder from the library's root, without slashes at its ends; empty for the root.</returns>
    public async Task<string> PathOfAsync(string folderId, CancellationToken cancellationToken)
    {
        try
        {
            return await paths.GetOrAdd(folderId, id => AskAsync(id, cancellationToken));
        }
        catch
        {
            paths.TryRemove(folderId, out _);
            throw;
        }
    }

    private async Task<string> AskAsync(string folderId, CancellationToken cancellationToken)
    {
        var folder = await graph.Drives[driveId].Items[folderId].GetAsync(
            request => request.QueryParameters.Select = ["id", "name", "parentReference", "root"], cancellationToken);
        return folder!.Root is not null ? "" : $"{Parent(folder.ParentReference)}/{folder.Name}".TrimStart('/');
    }

    /// <summary><c>/drives/{id}/root:/Remisser/ks-2023-740</c>, percent-encoded.</summary>
    private static string Parent(ItemReference? reference)
    {
        var path = reference?.Path ?? "";
        var root = path.IndexOf("root:", StringComparison.Ordinal);
        return root < 0 ? "" : Uri.UnescapeDataString(path[(root + "root:".Length)..]).Trim('/');
    }
}
