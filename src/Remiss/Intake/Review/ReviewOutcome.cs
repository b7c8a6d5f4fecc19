namespace Remiss.Intake.Review;

public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <param name="Id">Where the document lies now.</param>
    public sealed record Decided(DocumentId Id) : ReviewOutcome;

    public sealed record NoDocument : ReviewOutcome;

    /// <summary>Somebody, or the program, has changed the document since the person saw it.</summary>
    public sealed record ChangedMeanwhile : ReviewOutcome;

    /// <param name="Why">In Swedish, for the coordinator.</param>
    /// <param name="Field">What it is about, as the API names it, when it is about one thing that was given.</param>
    public sealed record Refused(string Why, string? Field = null) : ReviewOutcome;
}
