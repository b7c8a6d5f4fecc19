using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Remiss.Intake.Extraction;

/// <summary>One child. It is asked one file at a time; whoever sees it fail disposes it.</summary>
internal sealed class ExtractorProcess : IAsyncDisposable
{
    /// <summary>Most files are read before their child's memory is looked at for the first time.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private const int SignalToKill = 9;

    private readonly Process process;
    private readonly ChildFolder folder;
    private readonly Pipe answers = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly ExtractorOptions options;
    private readonly Task listening;
    private long peak;

    private ExtractorProcess(Process process, ChildFolder folder, ExtractorOptions options)
    {
        this.process = process;
        this.folder = folder;
        this.options = options;
        listening = Task.WhenAll(OnOwnThread(Listen), OnOwnThread(Drain));
    }

    public int Id => process.Id;

    /// <summary>Files answered.</summary>
    public int Served { get; private set; }

    /// <summary>The walls of <see cref="SandboxWalls"/> that it has tried and found standing.</summary>
    public IReadOnlyList<string> Walls { get; private set; } = [];

    /// <summary>The most memory that it was seen to hold.</summary>
    public long PeakBytes
    {
        get
        {
            LookAtMemory();
            return peak;
        }
    }

    /// <exception cref="ExtractorDiedException">It ended, or said something else, before it was ready.</exception>
    public static async Task<ExtractorProcess> StartAsync(ExtractorOptions options, CancellationToken cancellationToken)
    {
        var folder = new ChildFolder();
        ExtractorProcess child;
        try
        {
            var process = Process.Start(ExtractorCommand.For(options, folder)) ?? throw new InvalidOperationException("The extractor did not start.");
            child = new ExtractorProcess(process, folder, options);
        }
        catch
        {
            folder.Dispose();
            throw;
        }

        try
        {
            child.Walls = await child.ReadLineAsync(Greeting, cancellationToken);
            return child;
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <param name="request">Its path and folder are the caller's; the child sees its own.</param>
    /// <exception cref="ExtractorDiedException">It ended, or its answer cannot be believed; it must not be asked again.</exception>
    public async Task<ExtractionResult> AskAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        var result = await WatchedAsync(ReadAsync(request, cancellationToken));
        if (AnswerCheck.Fault(result) is { } fault) throw new ExtractorDiedException(fault);
        result = result with { Attachments = folder.Fetch(result.Attachments, request.AttachmentsFolder) };
        folder.Clean();
        Served++;
        return result;
    }

    /// <summary>The code it ended with, once it has; null when it does not within a moment.</summary>
    public async Task<int?> ExitCodeAsync()
    {
        try
        {
            using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await process.WaitForExitAsync(moment.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        LookAtMemory();
        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        // Something that slipped away from the child may still hold the pipe.
        await Task.WhenAny(listening, Task.Delay(LastWords));
        await answers.Reader.CompleteAsync();
        process.Dispose();
        folder.Dispose();
    }

    private static IReadOnlyList<string> Greeting(ReadOnlySequence<byte> line)
    {
        var words = Encoding.ASCII.GetString(line).Split(' ');
        return words[0] == ExtractionProtocol.Ready ? [.. SandboxWalls.All.Intersect(words)] : throw new ExtractorDiedException("unexpected greeting");
    }

    private async Task<ExtractionResult> ReadAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        var own = request with { Path = folder.Bring(request.Path), AttachmentsFolder = folder.Out };
        var line = JsonSerializer.SerializeToUtf8Bytes(own, ExtractionProtocol.Json.ExtractionRequest);
        try
        {
            var input = process.StandardInput.BaseStream;
            input.Write([.. line, (byte)'\n']);
            input.Flush();
        }
        catch (IOException)
        {
            throw new ExtractorDiedException(ExtractorDiedException.Ended);
        }

        return await ReadLineAsync(Parse, cancellationToken);
    }

    private async Task<ExtractionResult> WatchedAsync(Task<ExtractionResult> answer)
    {
        while (await Task.WhenAny(answer, Task.Delay(BetweenLooks)) != answer)
        {
            if (LookAtMemory() <= (long)options.MemoryMegabytes << 20) continue;
            Kill();
            try
            {
                await answer;
            }
            catch (Exception e) when (e is ExtractorDiedException or OperationCanceledException)
            {
                // As it must, now that the child is gone.
            }

            throw new ExtractorDiedException(ExtractorDiedException.TookTooMuchMemory);
        }

        return await answer;
    }

    /// <returns>What it holds now, 0 when it has ended.</returns>
    private long LookAtMemory()
    {
        try
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }

        // What it started and left behind: it leads a group of its own.
        if (OperatingSystem.IsLinux()) _ = Signal(-process.Id, SignalToKill);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private static ExtractionResult Parse(ReadOnlySequence<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonSerializer.Deserialize(ref reader, ExtractionProtocol.Json.ExtractionResult) ?? throw new ExtractorDiedException("empty answer");
        }
        catch (JsonException)
        {
            throw new ExtractorDiedException("answer is no result");
        }
    }

    private async Task<T> ReadLineAsync<T>(Func<ReadOnlySequence<byte>, T> parse, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await answers.Reader.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var value = parse(read.Buffer.Slice(0, end));
                answers.Reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return value;
            }

            if (read.IsCompleted) throw new ExtractorDiedException(ExtractorDiedException.Ended);
            if (read.Buffer.Length > (long)options.AnswerMegabytes << 20) throw new ExtractorDiedException("answer is too long");
            answers.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Reading from a pipe holds its thread, and the pool has no more of them than the machine has cores.</summary>
    private static Task OnOwnThread(Action read) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                read();
            }
            catch (IOException)
            {
                // The pipe broke with the process.
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private void Listen()
    {
        try
        {
            int read;
            while ((read = process.StandardOutput.BaseStream.Read(answers.Writer.GetSpan(1 << 16))) > 0)
            {
                answers.Writer.Advance(read);
                if (answers.Writer.FlushAsync().AsTask().GetAwaiter().GetResult().IsCompleted) return;
            }
        }
        finally
        {
            answers.Writer.Complete();
        }
    }

    /// <summary>What it says there may hold parts of the document, so nobody keeps it.</summary>
    private void Drain()
    {
        var buffer = new byte[4_096];
        while (process.StandardError.BaseStream.Read(buffer) > 0)
        {
        }
    }
}

internal sealed class ExtractorDiedException(string how) : Exception("The extractor " + how + ".")
{
    public const string Ended = "ended";
    public const string TookTooMuchMemory = "took too much memory";

    public string How { get; } = how;
}
