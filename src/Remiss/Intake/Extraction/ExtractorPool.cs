using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Telemetry;

namespace Remiss.Intake.Extraction;

/// <summary>Warm children that read files, each one file at a time. Whatever a file does to its child, the next file gets a sound one.</summary>
public sealed partial class ExtractorPool(IOptions<ExtractorOptions> options, ILogger<ExtractorPool> logger, TimeProvider time) : IAsyncDisposable
{
    private readonly ExtractorOptions options = options.Value;
    private readonly SemaphoreSlim places = new(options.Value.Children);
    private readonly ConcurrentStack<ExtractorProcess> idle = new();
    private readonly CancellationTokenSource closing = new();
    private readonly SandboxTally tally = new();

    /// <summary>What has become of the children so far.</summary>
    public SandboxReport Report => tally.Report(idle.Select(child => child.PeakBytes));

    /// <summary>One file to one result, within the limits of <see cref="ExtractorOptions"/>.</summary>
    /// <exception cref="InvalidOperationException">The child cannot be started: the installation is broken, not the file.</exception>
    /// <exception cref="IOException">The file cannot be opened, or the machine refused to write an attachment.</exception>
    public async Task<ExtractionResult> AskAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        var full = request with { Path = Path.GetFullPath(request.Path), AttachmentsFolder = Path.GetFullPath(request.AttachmentsFolder) };
        await using (File.OpenRead(full.Path))
        {
            // A file that is missing or forbidden is the caller's error; only its content is the child's business.
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        await places.WaitAsync(stop.Token);
        try
        {
            return await ReadAsync(full, stop.Token);
        }
        finally
        {
            places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        for (var i = 0; i < options.Children; i++) await places.WaitAsync();
        while (idle.TryPop(out var child)) await EndAsync(child);
    }

    private async Task<ExtractionResult> ReadAsync(ExtractionRequest request, CancellationToken stop)
    {
        while (true)
        {
            var child = idle.TryPop(out var warm) ? warm : await StartAsync(stop);
            var wasWarm = child.Served > 0;
            using var limit = new CancellationTokenSource(options.TimeLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
            try
            {
                var result = await child.AskAsync(request, either.Token);
                await KeepAsync(child);
                return result;
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                RemissTelemetry.ExtractorDied("time limit");
                Log.TimedOut(logger, child.Id, options.TimeLimit);
                await EndAsync(child, SandboxDeath.TimedOut);
                return ExtractionResult.Unreadable("unknown", ExtractionReasons.TimedOut);
            }
            catch (ExtractorDiedException e)
            {
                var code = e.How == ExtractorDiedException.Ended ? await child.ExitCodeAsync() : null;
                RemissTelemetry.ExtractorDied(e.How);
                Log.Died(logger, child.Id, e.How, code, child.Served);
                var isMemory = e.How == ExtractorDiedException.TookTooMuchMemory;
                await EndAsync(child, isMemory ? SandboxDeath.TooMuchMemory : SandboxDeath.Crashed);
                if (code == ExtractionProtocol.MachineFailed) throw new IOException("The attachments of a file could not be written.");
                // Earlier files may have weakened a warm child: only a fresh one tells that it was this file.
                if (!wasWarm) return ExtractionResult.Unreadable("unknown", isMemory ? ExtractionReasons.TooLarge : ExtractionReasons.Crashed);
                EmptyFolder(request.AttachmentsFolder);
            }
            catch
            {
                await EndAsync(child);
                throw;
            }
        }
    }

    private async Task<ExtractorProcess> StartAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(options.StartLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            var child = await ExtractorProcess.StartAsync(options, either.Token);
            Log.Started(logger, child.Id);
            var missing = SandboxWalls.All.Except(child.Walls).ToList();
            if (tally.Started(child) && missing.Count > 0) Log.WallsMissing(logger, string.Join(", ", missing));
            return child;
        }
        catch (Exception e) when (e is ExtractorDiedException or System.ComponentModel.Win32Exception or FileNotFoundException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new InvalidOperationException("The extractor cannot be started; see its program and the .NET runtime beside it. " + e.Message, e);
        }
    }

    private async Task KeepAsync(ExtractorProcess child)
    {
        if (child.Served < options.FilesPerChild) idle.Push(child);
        else await EndAsync(child);
    }

    private async Task EndAsync(ExtractorProcess child, SandboxDeath? death = null)
    {
        await child.DisposeAsync();
        tally.Ended(child, death);
    }

    private static void EmptyFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) File.Delete(file);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Extractor {ProcessId} is ready.")]
        public static partial void Started(ILogger logger, int processId);

        [LoggerMessage(2, LogLevel.Warning, "Extractor {ProcessId} was killed: it needed more than {Limit} for one file.")]
        public static partial void TimedOut(ILogger logger, int processId, TimeSpan limit);

        [LoggerMessage(4, LogLevel.Warning, "Extractors run on this system without these walls: {Walls}. docs/extraction.md tells what each needs.")]
        public static partial void WallsMissing(ILogger logger, string walls);

        [LoggerMessage(3, LogLevel.Warning, "Extractor {ProcessId} is replaced: {How}, exit code {ExitCode}, after {Served} files.")]
        public static partial void Died(ILogger logger, int processId, string how, int? exitCode, int served);
    }
}
