using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;

namespace Remiss.Intake.Extraction;

/// <summary>One child. It is asked one file at a time; whoever sees it fail disposes it.</summary>
internal sealed class ExtractorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly PipeReader answers;
    private readonly long longestAnswer;
    private readonly Task diagnostics;

    private ExtractorProcess(Process process, long longestAnswer)
    {
        this.process = process;
        this.longestAnswer = longestAnswer;
        answers = PipeReader.Create(process.StandardOutput.BaseStream, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        diagnostics = Drain(process.StandardError.BaseStream);
    }

    public int Id => process.Id;

    /// <summary>Files answered.</summary>
    public int Served { get; private set; }

    /// <exception cref="ExtractorDiedException">It ended, or said something else, before it was ready.</exception>
    public static async Task<ExtractorProcess> StartAsync(ExtractorOptions options, CancellationToken cancellationToken)
    {
        var process = Process.Start(ExtractorCommand.For(options)) ?? throw new InvalidOperationException("The extractor did not start.");
        var child = new ExtractorProcess(process, (long)options.AnswerMegabytes << 20);
        try
        {
            await child.ReadLineAsync(line => line.Length == ExtractionProtocol.Ready.Length ? true : throw new ExtractorDiedException("unexpected greeting"), cancellationToken);
            return child;
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="ExtractorDiedException">It ended, or its answer cannot be understood; it must not be asked again.</exception>
    public async Task<ExtractionResult> AskAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(request, ExtractionProtocol.Json.ExtractionRequest);
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(line, cancellationToken);
            await input.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await input.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw new ExtractorDiedException(ExtractorDiedException.Ended);
        }

        var result = await ReadLineAsync(Parse, cancellationToken);
        if (AnswerCheck.Fault(result, request) is { } fault) throw new ExtractorDiedException(fault);
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
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }

        await process.WaitForExitAsync(CancellationToken.None);
        await diagnostics;
        await answers.CompleteAsync();
        process.Dispose();
    }

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
            var read = await answers.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var value = parse(read.Buffer.Slice(0, end));
                answers.AdvanceTo(read.Buffer.GetPosition(1, end));
                return value;
            }

            if (read.IsCompleted) throw new ExtractorDiedException(ExtractorDiedException.Ended);
            if (read.Buffer.Length > longestAnswer) throw new ExtractorDiedException("answer is too long");
            answers.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>What it says there may hold parts of the document, so nobody keeps it.</summary>
    private static async Task Drain(Stream errors)
    {
        var buffer = new byte[4_096];
        try
        {
            while (await errors.ReadAsync(buffer) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The pipe broke with the process.
        }
    }
}

internal sealed class ExtractorDiedException(string how) : Exception("The extractor " + how + ".")
{
    public const string Ended = "ended";

    public string How { get; } = how;
}
