using Remiss.Cases;

namespace Remiss.Web.Api;

/// <param name="Reason">For close and reopen; kept in the audit log for all.</param>
/// <param name="Organisation">For add_recipient, withdraw_recipient and change_recipient_deadline.</param>
/// <param name="RecipientDeadline">For change_deadlines and change_recipient_deadline.</param>
/// <param name="RemitterDeadline">For change_deadlines.</param>
/// <param name="Coordinators">For change_coordinators.</param>
public sealed record CaseDecisionBody(
    CaseDecisionWord Kind,
    string? Reason = null,
    string? Organisation = null,
    DateOnly? RecipientDeadline = null,
    DateOnly? RemitterDeadline = null,
    IReadOnlyList<Coordinator>? Coordinators = null)
{
    /// <summary>The first field that the decision lacks.</summary>
    internal string? Missing => Kind switch
    {
        CaseDecisionWord.AddRecipient or CaseDecisionWord.WithdrawRecipient or CaseDecisionWord.ChangeRecipientDeadline when Organisation is null => "organisation",
        CaseDecisionWord.ChangeDeadlines or CaseDecisionWord.ChangeRecipientDeadline when RecipientDeadline is null => "recipientDeadline",
        CaseDecisionWord.ChangeDeadlines when RemitterDeadline is null => "remitterDeadline",
        CaseDecisionWord.ChangeCoordinators => "coordinators",
        _ => null,
    };

    /// <returns>Null when a field is missing.</returns>
    public CaseDecision? ToDecision() => (Kind, Organisation, RecipientDeadline) switch
    {
        (CaseDecisionWord.Close, _, _) => new CaseDecision.Close(),
        (CaseDecisionWord.Reopen, _, _) => new CaseDecision.Reopen(),
        (CaseDecisionWord.AddRecipient, { } added, _) => new CaseDecision.AddRecipient(added),
        (CaseDecisionWord.WithdrawRecipient, { } withdrawn, _) => new CaseDecision.WithdrawRecipient(withdrawn),
        (CaseDecisionWord.ChangeRecipientDeadline, { } own, { } day) => new CaseDecision.ChangeRecipientDeadline(own, day),
        (CaseDecisionWord.ChangeDeadlines, _, { } day) when RemitterDeadline is { } remitter => new CaseDecision.ChangeDeadlines(day, remitter),
        (CaseDecisionWord.ChangeCoordinators, _, _) when Coordinators is { Count: > 0 } people => new CaseDecision.ChangeCoordinators(people),
        _ => null,
    };
}

public enum CaseDecisionWord
{
    ChangeDeadlines,
    ChangeRecipientDeadline,
    AddRecipient,
    WithdrawRecipient,
    ChangeCoordinators,
    Close,
    Reopen,
}
