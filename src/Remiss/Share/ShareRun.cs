using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Remiss.Intake;
using Remiss.Intake.Delta;

namespace Remiss.Share;

/// <summary>Copies what is new in the SharePoint library to the inbox. Does nothing where no library is set.</summary>
public sealed class ShareRun(
    Lazy<GraphServiceClient> graph, IOptions<ShareOptions> options, CaseFolders folders, DeltaWalk walk, InboxWriter inbox, TimeProvider time)
{
    /// <exception cref="InvalidOperationException">Some files could not be fetched; all others have been.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.HasLibrary()) return;

        await folders.MakeAsync(graph.Value, options.Value, cancellationToken);
        await walk.RunAsync(new LibrarySource(graph.Value, options.Value, inbox, time), cancellationToken);
    }
}
