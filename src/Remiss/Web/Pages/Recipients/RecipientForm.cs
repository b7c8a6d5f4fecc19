using Microsoft.AspNetCore.Http;
using Remiss.Reminders;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Recipients;

/// <summary>What was sent from the forms of a recipient.</summary>
internal static class RecipientForm
{
    public const string Grant = "ge-anstand";
    public const string Refuse = "neka-anstand";
    public const string Remind = "pamin";
    public const string Pause = "pausa";
    public const string Resume = "ateruppta";
    public const string Complete = "komplettera";
    public const string RenewLink = "ny-lank";

    /// <returns>Null when the form is not filled in, or none of ours.</returns>
    public static RecipientDecision? Read(IFormCollection form)
    {
        var until = FormDate.Read(form["till"]);
        return (form[SentForm.Which].ToString(), until) switch
        {
            (Grant, { } day) => new RecipientDecision.GrantExtension(day),
            (Refuse, _) => new RecipientDecision.RefuseExtension(),
            (Remind, _) => new RecipientDecision.RemindNow(),
            (Pause, { } day) => new RecipientDecision.Pause(day),
            (Resume, _) => new RecipientDecision.EndPause(),
            (RenewLink, _) => new RecipientDecision.RenewLink(),
            (Complete, { } day) => new RecipientDecision.RequestCompletion(form["vad"].ToString(), day),
            _ => null,
        };
    }

    /// <summary>What <see cref="Read"/> misses.</summary>
    public static FormFault Missing(IFormCollection form) => form[SentForm.Which].ToString() is Grant or Pause or Complete
        ? FormFault.NoDay("till")
        : FormFault.Incomplete;

    public static FormFault Of(DecisionEffect.Refused refused) => new(refused.Why, refused.Field switch
    {
        "until" => "till",
        "text" => "vad",
        _ => null,
    });
}
