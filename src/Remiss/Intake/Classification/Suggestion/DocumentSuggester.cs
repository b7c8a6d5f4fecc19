using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification.Suggestion;

/// <summary>
/// Asks a language model about a document that a person must look at anyway, where one is registered as <see cref="IChatClient"/>; otherwise
/// nothing leaves the system. A model that fails, is slow or replies nonsense leaves no suggestion and stops nothing.
/// </summary>
/// <param name="client">Null when none is registered.</param>
public sealed partial class DocumentSuggester(IChatClient? client, TimeProvider time, ILogger<DocumentSuggester> logger)
{
    private const int LongestReplyTokens = 800;

    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(30);

    public async Task<DocumentSuggestion?> SuggestAsync(DocumentText text, ClassificationResult result, CancellationToken cancellationToken)
    {
        if (client is null || !result.Review) return null;
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var options = new ChatOptions { Temperature = 0, MaxOutputTokens = LongestReplyTokens, ResponseFormat = ChatResponseFormat.Json };
            var reply = await client.GetResponseAsync(SuggestionQuestion.Of(text.Text), options, either.Token).WaitAsync(either.Token);
            return SuggestionReply.Read(reply.Text, text);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoSuggestion(logger, e.GetType().Name);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model gave no suggestion: {Error}")]
        public static partial void NoSuggestion(ILogger logger, string error);
    }
}
