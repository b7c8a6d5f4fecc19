namespace Remiss.Reminders;

/// <summary>What a coordinator decides about one recipient.</summary>
public abstract record RecipientDecision
{
    /// <summary>Gives more time, asked for or not.</summary>
    public sealed record GrantExtension(DateOnly Until) : RecipientDecision;

    public sealed record RefuseExtension : RecipientDecision;

    /// <summary>No reminders before that day.</summary>
    public sealed record Pause(DateOnly Until) : RecipientDecision;

    public sealed record EndPause : RecipientDecision;

    public sealed record RemindNow : RecipientDecision;

    /// <summary>Ends the upload links that are out; the next letter carries a new one.</summary>
    public sealed record RenewLink : RecipientDecision;

    /// <param name="What">What the answer lacks, in the coordinator's words.</param>
    public sealed record RequestCompletion(string What, DateOnly Until) : RecipientDecision;
}
