using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Reminders;

/// <summary>What a decision changes, or why it cannot be made.</summary>
public abstract record DecisionEffect
{
    /// <param name="Document">The request that has been decided upon, if there was one.</param>
    /// <param name="Sends">Reminders to send at once.</param>
    public sealed record Changed(Recipient Recipient, Document? Document, IReadOnlyList<Send> Sends) : DecisionEffect;

    /// <param name="Why">In Swedish, for the coordinator.</param>
    /// <param name="Field">What it is about, as the API names it, when it is about one thing that was given.</param>
    public sealed record Refused(string Why, string? Field = null) : DecisionEffect;
}
