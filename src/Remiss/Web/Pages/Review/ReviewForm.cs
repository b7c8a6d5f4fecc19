using Microsoft.AspNetCore.Http;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Review;

/// <summary>What was sent from the forms of a document.</summary>
internal static class ReviewForm
{
    public const string Accept = "godta";
    public const string Correct = "ratta";
    public const string NotAnAnswer = "inte-svar";
    public const string Move = "flytta";
    public const string Reopen = "aterta";
    public const string Grant = "ge-anstand";
    public const string Refuse = "neka-anstand";
    public const string Hide = "sekretess";
    public const string Release = "slapp";

    /// <returns>Null when the form is not filled in, or none of ours.</returns>
    public static ReviewDecision? Read(IFormCollection form) => form[SentForm.Which].ToString() switch
    {
        Accept => new ReviewDecision.Accept(),
        Correct when Labelled<DocumentType>(form["typ"]) is { } type && Labelled<Stance>(form["stallning"]) is { } stance =>
            new ReviewDecision.Correct(type, stance, RequestedDeadline: FormDate.Read(form["till"])),
        NotAnAnswer => new ReviewDecision.NotAnAnswer(),
        Move when form["arende"].ToString() is { Length: > 0 } to && form["instans"].ToString() is { Length: > 0 } from => new ReviewDecision.Move(new(to, from)),
        Reopen => new ReviewDecision.Reopen(),
        _ => null,
    };

    /// <summary>What <see cref="Read"/> misses.</summary>
    public static FormFault Missing(IFormCollection form) => form[SentForm.Which].ToString() switch
    {
        Grant => FormFault.NoDay("till"),
        Move when form["arende"].ToString().Length == 0 => new("Välj ett ärende.", "arende"),
        Move => new("Välj en remissinstans.", "instans"),
        _ => FormFault.Incomplete,
    };

    /// <param name="field">As the API names it.</param>
    public static string? FieldOf(string? field) => field switch
    {
        "until" => "till",
        "reason" => "skal",
        "case" => "arende",
        "organisation" => "instans",
        _ => null,
    };

    private static T? Labelled<T>(string? label) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => RemissJson.Label(v!.Value) == label);
}
