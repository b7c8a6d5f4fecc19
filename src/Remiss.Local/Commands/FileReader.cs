using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Intake;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands;

/// <summary>Reads files without a storage, several at a time, and gives them back in order: a mail first, then what it carried.</summary>
internal sealed class FileReader : IAsyncDisposable
{
    private static readonly int AtOnce = Environment.ProcessorCount;

    private readonly ExtractorPool pool = new(
        Options.Create(new ExtractorOptions { Children = AtOnce }), NullLogger<ExtractorPool>.Instance, TimeProvider.System);

    public async IAsyncEnumerable<ReadFile> ReadAsync(
        IEnumerable<string> files, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queue<Task<List<ReadFile>>> underWay = [];
        foreach (var file in files)
        {
            underWay.Enqueue(ReadAsync(file, file, null, 0, cancellationToken));
            if (underWay.Count <= AtOnce) continue;
            foreach (var read in await underWay.Dequeue()) yield return read;
        }

        while (underWay.TryDequeue(out var task))
        {
            foreach (var read in await task) yield return read;
        }
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private async Task<List<ReadFile>> ReadAsync(string name, string path, MailHeader? carriedBy, int depth, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        var result = Nesting.Limit(await pool.ExtractAsync(path, folder.Attachments, cancellationToken), depth);
        List<ReadFile> files = [new(name, result, carriedBy)];
        foreach (var (index, attachment) in result.Attachments.Index())
        {
            var local = folder.Document(attachment.Name);
            File.Move(attachment.Path, local, overwrite: true);
            files.AddRange(await ReadAsync(InboxPath.OfAttachment(name, index + 1, attachment.Name), local, result.Mail ?? carriedBy, depth + 1, cancellationToken));
        }

        return files;
    }
}

/// <param name="Name">The path as given; for an attachment <c>mail.eml/attachment.pdf</c>.</param>
/// <param name="CarriedBy">The mail that carried it.</param>
internal sealed record ReadFile(string Name, ExtractionResult Result, MailHeader? CarriedBy);
