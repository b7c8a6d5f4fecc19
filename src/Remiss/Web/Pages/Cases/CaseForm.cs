using Microsoft.AspNetCore.Http;
using Remiss.Cases;
using Remiss.Web.Pages.Review;

namespace Remiss.Web.Pages.Cases;

/// <summary>What was sent from the forms that change a case.</summary>
internal static class CaseForm
{
    public const string Deadlines = "svarsdagar";
    public const string Add = "lagg-till";
    public const string Withdraw = "aterkalla";
    public const string Close = "avsluta";
    public const string Reopen = "oppna";

    /// <returns>Null when the form is not filled in, or none of ours.</returns>
    public static CaseDecision? Read(IFormCollection form) => form["val"].ToString() switch
    {
        Deadlines when ReviewForm.Date(form["svar"]) is { } recipients && ReviewForm.Date(form["vart"]) is { } remitter =>
            new CaseDecision.ChangeDeadlines(recipients, remitter),
        Add when form["instans"].ToString() is { Length: > 0 } organisation => new CaseDecision.AddRecipient(organisation),
        Withdraw when form["instans"].ToString() is { Length: > 0 } organisation => new CaseDecision.WithdrawRecipient(organisation),
        Close => new CaseDecision.Close(),
        Reopen => new CaseDecision.Reopen(),
        _ => null,
    };
}
