using Microsoft.AspNetCore.Http;
using Remiss.Compilation;
using Remiss.Compilation.Choices;

namespace Remiss.Web.Pages.Report;

/// <summary>The coordinator's own sections of the report, a paragraph a line: as they are shown, and as they are sent.</summary>
/// <param name="Seen">Of the stored texts that the form was made from.</param>
public sealed record TextsForm(string Seen, string Summary, string Assessment, string Proposal)
{
    public static TextsForm Of(ReportChoices choices) =>
        new(SeenOf(choices), Lines(choices.Summary), Lines(choices.Assessment), Lines(choices.Proposal));

    public static TextsForm Read(IFormCollection form) =>
        new(form["sedd"].ToString(), form["sammanfattning"].ToString(), form["bedomning"].ToString(), form["forslag"].ToString());

    public static string SeenOf(ReportChoices choices) => ReportRecords.VersionOf(choices with { Recipients = [] });

    public ReportChoices Into(ReportChoices choices) => choices with
    {
        Summary = Paragraphs(Summary) is { Count: > 0 } written ? written : null,
        Assessment = Paragraphs(Assessment),
        Proposal = Paragraphs(Proposal),
    };

    private static string Lines(IReadOnlyList<string>? paragraphs) => string.Join("\n", paragraphs ?? []);

    private static IReadOnlyList<string> Paragraphs(string text) => text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
