using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Intake;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands;

/// <summary>Reads files without a storage, several at a time, and gives them back in order: a mail first, then what it carried.</summary>
internal sealed class FileReader : IAsyncDisposable
{
    private const int WaitingForEachPlace = 8;

    private readonly IHost host = Build();
    private readonly IDocumentExtractor extractor;
    private readonly SemaphoreSlim places;
    private readonly int atOnce;

    public FileReader()
    {
        extractor = host.Services.GetRequiredService<IDocumentExtractor>();
        atOnce = host.Services.GetRequiredService<IOptions<ExtractorOptions>>().Value.Children;
        places = new(atOnce);
    }

    public SandboxReport Sandbox => host.Services.GetRequiredService<DocumentExtractor>().Sandbox;

    public async IAsyncEnumerable<ReadFile> ReadAsync(
        IEnumerable<string> files, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queue<Task<List<ReadFile>>> underWay = [];
        foreach (var file in files)
        {
            underWay.Enqueue(ReadAsync(file, file, null, 0, cancellationToken));
            if (underWay.Count <= atOnce * WaitingForEachPlace) continue;
            foreach (var read in await underWay.Dequeue()) yield return read;
        }

        while (underWay.TryDequeue(out var task))
        {
            foreach (var read in await task) yield return read;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        places.Dispose();
    }

    /// <summary>The settings of the environment hold here as they do in the pipeline.</summary>
    private static IHost Build()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddExtraction();
        return builder.Build();
    }

    private async Task<List<ReadFile>> ReadAsync(string name, string path, MailHeader? carriedBy, int depth, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        var read = await ReadOneAsync(name, path, folder.Attachments, carriedBy, cancellationToken);
        var result = Nesting.Limit(read.Result, depth);
        List<ReadFile> files = [read with { Result = result, Depth = depth }];
        foreach (var (index, attachment) in result.Attachments.Index())
        {
            var local = folder.Document(attachment.Name);
            File.Move(attachment.Path, local, overwrite: true);
            files.AddRange(await ReadAsync(InboxPath.OfAttachment(name, index + 1, attachment.Name), local, result.Mail ?? carriedBy, depth + 1, cancellationToken));
        }

        return files;
    }

    private async Task<ReadFile> ReadOneAsync(
        string name, string path, string attachments, MailHeader? carriedBy, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var result = await extractor.ExtractAsync(path, attachments, cancellationToken);
            return new(name, result, carriedBy, Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            places.Release();
        }
    }
}

/// <param name="Name">The path as given; for an attachment <c>mail.eml/attachment.pdf</c>.</param>
/// <param name="CarriedBy">The mail that carried it.</param>
internal sealed record ReadFile(string Name, ExtractionResult Result, MailHeader? CarriedBy, TimeSpan Took)
{
    /// <summary>Files around it: mails, archives.</summary>
    public int Depth { get; init; }
}
