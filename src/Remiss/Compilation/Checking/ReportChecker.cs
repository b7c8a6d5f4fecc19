using Remiss.Cases;
using Remiss.Intake.Classification.Numbers;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation.Checking;

/// <summary>Holds a tjänsteutlåtande, ours or written by hand, against the case, the register and the ledger. Pure.</summary>
public static class ReportChecker
{
    /// <summary>The case whose number the report carries.</summary>
    public static RemissCase? CaseOf(string text, IEnumerable<RemissCase> cases) =>
        cases.FirstOrDefault(c => text.Split('\n').Any(line => DnrFinder.Holds(line, c.Dnr)));

    /// <param name="source">The file itself when it is plain text.</param>
    /// <returns>In the order of the report.</returns>
    public static IReadOnlyList<Finding> Check(DocumentText text, CheckContext context, string? source = null)
    {
        var report = CheckedReport.Read(text, source);
        var names = NamesInReport.Find(report, new NameReader(context.Register, context.Case.Recipients));
        return
        [
            .. NameRules.Check(names, context)
                .Concat(RecipientRules.Check(report, names, context))
                .Concat(BilagaRules.Check(report, names, context))
                .Concat(QuoteRules.Check(report, names, context))
                .Concat(NumberRules.Check(report, context))
                .Concat(DateRules.Check(report, names, context))
                .Concat(FinishRules.Check(report, context))
                .OrderBy(f => f.Place.Page).ThenBy(f => f.Place.Line).ThenBy(f => f.Severity),
        ];
    }
}
