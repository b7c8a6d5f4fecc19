using System.Threading.Channels;
using Grpc.Core;
using Remiss.Benchmarks.WorkerStart.Messages;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>Where a worker connects to its host.</summary>
internal sealed class Switchboard : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<Conversation> opened = Channel.CreateUnbounded<Conversation>();

    public async Task<Conversation> NextAsync(CancellationToken cancellationToken) => await opened.Reader.ReadAsync(cancellationToken);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var conversation = new Conversation(requestStream, responseStream);
        await opened.Writer.WriteAsync(conversation);
        await conversation.Ended;
    }
}
