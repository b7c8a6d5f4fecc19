using System.Globalization;
using Microsoft.AspNetCore.Http;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;

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

    /// <returns>Null when the form is none of ours.</returns>
    public static ReviewDecision? Read(IFormCollection form) => form["val"].ToString() switch
    {
        Accept => new ReviewDecision.Accept(),
        Correct when Labelled<DocumentType>(form["typ"]) is { } type && Labelled<Stance>(form["stallning"]) is { } stance =>
            new ReviewDecision.Correct(type, stance, RequestedDeadline: Date(form["till"])),
        NotAnAnswer => new ReviewDecision.NotAnAnswer(),
        Move when form["arende"].ToString() is { Length: > 0 } to && form["instans"].ToString() is { Length: > 0 } from => new ReviewDecision.Move(new(to, from)),
        Reopen => new ReviewDecision.Reopen(),
        _ => null,
    };

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static T? Labelled<T>(string? label) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => RemissJson.Label(v!.Value) == label);
}
