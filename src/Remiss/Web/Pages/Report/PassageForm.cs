using System.Globalization;
using Microsoft.AspNetCore.Http;
using Remiss.Compilation;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Report;
using Remiss.Intake.Extraction;

namespace Remiss.Web.Pages.Report;

/// <summary>Which passages of one answer the report quotes, in which order and with what words around them: as it is shown, and as it is sent.</summary>
/// <param name="Seen">Of the stored choice that the form was made from.</param>
public sealed record PassageForm(string Seen, bool IsAutomatic, IReadOnlyList<PassageLine> Lines, string After, string Own)
{
    public static string SeenOf(RecipientChoice? choice) => choice is null ? "" : ReportRecords.VersionOf(choice);

    /// <summary>The choice that is saved, or the automatic one; below it every other paragraph of the answer, to choose from.</summary>
    public static PassageForm Of(ReportView view, AnswerSection answer, DocumentText? text)
    {
        var choice = view.ChoiceOf(answer.Organisation);
        List<PassageLine> chosen = [.. answer.Quotes.Select((q, index) => new PassageLine(q.Text, q.Source.Start, index + 1, q.Before ?? "", true, q.Source.Page))];
        IEnumerable<PassageLine> others = text is null
            ? []
            : text.Paragraphs
                .Where(p => p.Kind is not ParagraphKind.TableRow && p.Length > 0 && !chosen.Any(c => c.Start < p.Start + p.Length && c.Start + c.Text.Length > p.Start))
                .Select(p => (p.Start, Text: text.Text.Substring(p.Start, p.Length).Trim()))
                .Where(p => p.Text.Length > 0)
                .Select(p => new PassageLine(p.Text, p.Start, 0, "", false, text.PageAt(p.Start)));
        return new(SeenOf(choice), choice?.Passages is null, [.. chosen, .. others], choice?.After ?? "", "");
    }

    public static PassageForm Read(IFormCollection form)
    {
        List<PassageLine> lines = [];
        for (var i = 0; form.TryGetValue($"start-{i}", out var start); i++)
        {
            lines.Add(new(
                form[$"text-{i}"].ToString().ReplaceLineEndings("\n"),
                int.TryParse(start, CultureInfo.InvariantCulture, out var at) ? at : 0,
                int.TryParse(form[$"plats-{i}"], CultureInfo.InvariantCulture, out var place) ? place : lines.Count + 1,
                form[$"fore-{i}"].ToString().Trim(),
                form[$"med-{i}"] == "ja",
                0));
        }

        return new(form["sedd"].ToString(), form["val"] == "automatiskt", lines, form["efter"].ToString().Trim(), form["eget"].ToString().ReplaceLineEndings("\n").Trim());
    }

    public RecipientChoice ToChoice(string organisation) => new(
        organisation,
        IsAutomatic
            ? null
            : [
                .. Lines.Where(l => l.IsChosen).OrderBy(l => l.Place).Select(l => new PassageChoice(l.Text, l.Start, l.Before.Length > 0 ? l.Before : null)),
                .. Own.Length > 0 ? [new PassageChoice(Own)] : (PassageChoice[])[],
            ],
        After.Length > 0 ? After : null);
}

/// <param name="Place">Where in the report, from 1.</param>
/// <param name="Before">The coordinator's words that lead to it.</param>
/// <param name="Page">From 1; 0 when not known.</param>
public sealed record PassageLine(string Text, int Start, int Place, string Before, bool IsChosen, int Page);
