using Remiss.Intake.Classification;

namespace Remiss.Intake.Review;

/// <summary>What a person decides about one document. Any of them may follow any other: the newest holds.</summary>
public abstract record ReviewDecision
{
    private ReviewDecision()
    {
    }

    /// <summary>The program's proposal is right.</summary>
    public sealed record Accept : ReviewDecision;

    /// <summary>
    /// The labels as the person has read them; also for a document that the program could not read. A type that is no answer has the stance
    /// <c>oklart</c>, whatever is given. Needs a reason.
    /// </summary>
    /// <param name="Passages">Null leaves the program's.</param>
    /// <param name="RequestedDeadline">For a request for more time: the date asked for.</param>
    /// <param name="Place">Where it belongs, when not where it lies.</param>
    public sealed record Correct(
        DocumentType Type, Stance Stance, IReadOnlyList<ChosenPassage>? Passages = null, DateOnly? RequestedDeadline = null, DocumentPlace? Place = null) : ReviewDecision;

    /// <summary>Its place only; there it is judged anew, unless a person has said what it is. What a mail carried moves with it. Needs a reason.</summary>
    public sealed record Move(DocumentPlace Place) : ReviewDecision;

    public sealed record NotAnAnswer : ReviewDecision;

    /// <summary>Takes the earlier decision back: the document is again what the program made of it, and waits. Needs a reason.</summary>
    public sealed record Reopen : ReviewDecision;
}

/// <param name="Topic">Id of the case's topic that the passage is about, if any.</param>
/// <param name="Start">UTF-16 position in the extracted text.</param>
public sealed record ChosenPassage(PassageKind Kind, string? Topic, int Start, int Length);
