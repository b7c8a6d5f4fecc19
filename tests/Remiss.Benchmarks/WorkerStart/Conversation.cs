using Grpc.Core;
using Remiss.Benchmarks.WorkerStart.Messages;
using Content = Remiss.Benchmarks.WorkerStart.Messages.StreamingMessage.ContentOneofCase;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>What the host asks a worker, and what it hears. What the worker logs meanwhile is passed over.</summary>
internal sealed class Conversation(IAsyncStreamReader<StreamingMessage> worker, IServerStreamWriter<StreamingMessage> host) : IDisposable
{
    private readonly TaskCompletionSource ended = new();

    public Task Ended => ended.Task;

    public Task TellAsync(StreamingMessage message, CancellationToken cancellationToken)
    {
        message.RequestId = Guid.NewGuid().ToString();
        return host.WriteAsync(message, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The worker hung up, or says that it failed.</exception>
    public async Task<StreamingMessage> HearAsync(Content content, CancellationToken cancellationToken)
    {
        while (await worker.MoveNext(cancellationToken))
        {
            var message = worker.Current;
            if (message.ContentCase != content) continue;
            return Result(message) is { Status: not StatusResult.Types.Status.Success } result
                ? throw new InvalidOperationException($"{content}: {result.Exception?.Message}\n{result.Exception?.StackTrace}")
                : message;
        }

        throw new InvalidOperationException($"The worker hung up before {content}.");
    }

    public void Dispose() => ended.TrySetResult();

    private static StatusResult? Result(StreamingMessage message) => message.ContentCase switch
    {
        Content.WorkerInitResponse => message.WorkerInitResponse.Result,
        Content.FunctionMetadataResponse => message.FunctionMetadataResponse.Result,
        Content.FunctionLoadResponse => message.FunctionLoadResponse.Result,
        Content.InvocationResponse => message.InvocationResponse.Result,
        _ => null,
    };
}
