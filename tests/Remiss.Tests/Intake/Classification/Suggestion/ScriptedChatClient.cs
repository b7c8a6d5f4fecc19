using Microsoft.Extensions.AI;

namespace Remiss.Tests.Intake.Classification.Suggestion;

/// <summary>Replies what it was told to and keeps what it was asked.</summary>
internal sealed class ScriptedChatClient(Func<CancellationToken, Task<string>> reply) : IChatClient
{
    public ScriptedChatClient(string reply)
        : this(_ => Task.FromResult(reply))
    {
    }

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages]);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await reply(cancellationToken)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
