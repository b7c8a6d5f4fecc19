using Remiss.Compilation.Report;

namespace Remiss.Compilation.Choices;

/// <summary>The choices that would give the report as it is: a file to edit and give back.</summary>
internal static class EditableChoices
{
    public static ReportChoices Of(CompiledReport report) => new()
    {
        Summary = report.Sources.Choices?.Choices.Summary,
        Recipients = [.. report.Model.Answers.Select(Of)],
        Assessment = report.Model.OwnView.Assessment,
        Proposal = report.Model.OwnView.Proposal,
    };

    private static RecipientChoice Of(AnswerSection answer) => new(
        answer.Organisation,
        [.. answer.Quotes.Select(q => new PassageChoice(q.Text, q.Source.Start, q.Before))],
        answer.After);
}
