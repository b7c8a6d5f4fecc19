using System.Diagnostics;
using Remiss.Benchmarks.WorkerStart.Messages;
using Content = Remiss.Benchmarks.WorkerStart.Messages.StreamingMessage.ContentOneofCase;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>One start of a worker: when each step was done, in milliseconds after the process was started, and what functions it has.</summary>
internal sealed record Start(IReadOnlyList<double> Times, IReadOnlyList<Trigger> Functions)
{
    /// <summary>Asks no storage while no library is configured.</summary>
    private const string Timer = "Share";

    private const string Web = "Web";

    /// <summary>As <see cref="Times"/>: the last is not a moment but what the worker has used of the processor till then.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["connected", "initialised", "loaded", "timer", "page", "processor"];

    public static async Task<Start> MeasureAsync(WorkerHost host, string folder, CancellationToken cancellationToken)
    {
        List<double> times = [];
        var begun = Stopwatch.GetTimestamp();
        void Note() => times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);

        await using var worker = new WorkerProcess(folder, host.Address);
        using var conversation = await ConnectionAsync(host, worker, cancellationToken);
        await conversation.HearAsync(Content.StartStream, cancellationToken);
        Note();

        await conversation.TellAsync(new() { WorkerInitRequest = new() { HostVersion = "4.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder } }, cancellationToken);
        var pages = (await conversation.HearAsync(Content.WorkerInitResponse, cancellationToken)).WorkerInitResponse.Capabilities["HttpUri"];
        Note();

        var functions = await LoadAsync(conversation, folder, cancellationToken);
        Note();

        await InvokeAsync(conversation, functions[Timer], [new() { Name = "timer", Data = new() { Json = "{}" } }], cancellationToken);
        await conversation.HearAsync(Content.InvocationResponse, cancellationToken);
        Note();

        var invocation = await InvokeAsync(conversation, functions[Web], [], cancellationToken);
        var page = FirstPage.OpenAsync(pages, invocation, cancellationToken);
        await conversation.HearAsync(Content.InvocationResponse, cancellationToken);
        await page;
        Note();

        times.Add(worker.ProcessorTime.TotalMilliseconds);
        return new(times, [.. functions.Values.Select(function => Trigger.Reported(function.Name, function.RawBindings[0]))]);
    }

    private static async Task<Conversation> ConnectionAsync(WorkerHost host, WorkerProcess worker, CancellationToken cancellationToken)
    {
        var connection = host.Switchboard.NextAsync(cancellationToken);
        return await Task.WhenAny(connection, worker.Ended) == connection
            ? await connection
            : throw new InvalidOperationException($"The worker ended before it connected.\n{await worker.Ended}");
    }

    private static async Task<Dictionary<string, RpcFunctionMetadata>> LoadAsync(Conversation conversation, string folder, CancellationToken cancellationToken)
    {
        await conversation.TellAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } }, cancellationToken);
        var functions = (await conversation.HearAsync(Content.FunctionMetadataResponse, cancellationToken)).FunctionMetadataResponse.FunctionMetadataResults;
        foreach (var function in functions)
        {
            await conversation.TellAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } }, cancellationToken);
        }

        foreach (var _ in functions) await conversation.HearAsync(Content.FunctionLoadResponse, cancellationToken);
        return functions.ToDictionary(function => function.Name, StringComparer.Ordinal);
    }

    private static async Task<string> InvokeAsync(
        Conversation conversation, RpcFunctionMetadata function, ParameterBinding[] input, CancellationToken cancellationToken)
    {
        var invocation = Guid.NewGuid().ToString();
        var request = new InvocationRequest
        {
            InvocationId = invocation,
            FunctionId = function.FunctionId,
            InputData = { input },
            TraceContext = new() { TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01" },
            RetryContext = new(),
        };
        await conversation.TellAsync(new() { InvocationRequest = request }, cancellationToken);
        return invocation;
    }
}
