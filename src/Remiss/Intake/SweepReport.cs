using Remiss.Notifications;

namespace Remiss.Intake;

/// <summary>What a sweep has set right, and what it has found that only a person, or time, can.</summary>
public sealed record SweepReport
{
    /// <summary>Files that lay in the inbox without an event.</summary>
    public required int Received { get; init; }

    /// <summary>Files that could not be received, each with the reason; they stay in the inbox.</summary>
    public required IReadOnlyList<string> NotReceived { get; init; }

    /// <summary>Documents whose message was lost, and that have been set off again.</summary>
    public required IReadOnlyList<DocumentId> SetOffAgain { get; init; }

    /// <summary>Documents that have waited long while the queue is at work.</summary>
    public required IReadOnlyList<DocumentId> Waiting { get; init; }

    /// <summary>Documents brought to where a person had moved them.</summary>
    public required IReadOnlyList<DocumentId> MovesFinished { get; init; }

    /// <summary>Cases whose closing, opening or disposal was made whole.</summary>
    public required IReadOnlyList<string> CasesFinished { get; init; }

    /// <summary>Documents whose steps failed too often; <c>remiss replay</c>.</summary>
    public required IReadOnlyList<DocumentId> Failed { get; init; }

    /// <summary>Messages that lie in the poison queues, not yet noted on their documents.</summary>
    public required int PoisonMessages { get; init; }

    public required IReadOnlyList<UnknownSend> UnknownSends { get; init; }

    /// <summary>Sends that have been owed for long: nothing runs, or the channel turns them away for now. The sweep sends nothing.</summary>
    public required IReadOnlyList<UnknownSend> OwedSends { get; init; }

    /// <summary>What could not be set right this time.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    public bool HasDoneSomething => Received + SetOffAgain.Count + MovesFinished.Count + CasesFinished.Count > 0;

    public bool NeedsPerson => NotReceived.Count + Failed.Count + UnknownSends.Count + Failures.Count > 0;
}
