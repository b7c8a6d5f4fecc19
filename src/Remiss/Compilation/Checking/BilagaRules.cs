using System.Globalization;
using Remiss.Cases;

namespace Remiss.Compilation.Checking;

/// <summary>The numbers in the text against the list, the order and the attested report.</summary>
internal static class BilagaRules
{
    public static IEnumerable<Finding> Check(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context) =>
    [
        .. ListNumbers(report),
        .. HeadingNumbers(report),
        .. Mismatches(report, names),
        .. Unused(report),
        .. Missing(report, names, context),
        .. Renumbered(report, names, context),
    ];

    private static IEnumerable<Finding> ListNumbers(CheckedReport report)
    {
        var expected = 1;
        foreach (var bilaga in report.Bilagor)
        {
            if (bilaga.Number != expected)
            {
                yield return Finding.Error(
                    FindingCodes.BilagaNumber, bilaga.Line, bilaga.Line.Text, $"Listan har bilaga {bilaga.Number} där bilaga {expected} väntas.");
            }

            expected = bilaga.Number + 1;
        }
    }

    private static IEnumerable<Finding> HeadingNumbers(CheckedReport report)
    {
        var highest = 0;
        HashSet<int> seen = [];
        foreach (var (line, heading) in report.Headings)
        {
            if (heading.Bilaga is not { } number)
            {
                yield return Finding.Error(FindingCodes.BilagaMissing, line, line.Text, "Rubriken säger inte vilken bilaga svaret finns i.");
                continue;
            }

            if (!seen.Add(number)) yield return Finding.Error(FindingCodes.BilagaNumber, line, line.Text, $"Bilaga {number} anges för mer än ett svar.");
            else if (number < highest) yield return Finding.Error(FindingCodes.BilagaOrder, line, line.Text, $"Bilaga {number} kommer efter bilaga {highest}.");
            highest = Math.Max(highest, number);
        }
    }

    private static IEnumerable<Finding> Mismatches(CheckedReport report, IReadOnlyList<NameInReport> names)
    {
        var listed = names.Where(n => n.Slot is NameSlot.BilagaList).ToLookup(n => n.Bilaga);
        foreach (var heading in names.Where(n => n.Slot is NameSlot.AnswerHeading && n.Bilaga is not null))
        {
            if (listed[heading.Bilaga].FirstOrDefault() is not { } bilaga)
            {
                yield return Finding.Error(
                    FindingCodes.BilagaMismatch, heading.Line, heading.Line.Text, $"Bilaga {Number(heading)} finns inte i listan över bilagor.");
            }
            else if (heading.Organisation is { } one && bilaga.Organisation is { } other && one != other)
            {
                yield return Finding.Error(
                    FindingCodes.BilagaMismatch,
                    heading.Line,
                    heading.Line.Text,
                    $"Rubriken säger bilaga {Number(heading)}, som i listan är {other.DisplayName}.",
                    names.FirstOrDefault(n => n.Slot is NameSlot.BilagaList && n.Organisation == one) is { } right ? $"{one.DisplayName} är bilaga {Number(right)} i listan." : null);
            }
        }

        foreach (var line in report.Lines.Where(l => l.Part is not ReportPart.Bilagor && l.Answer is null))
        {
            foreach (var number in CheckedReport.BilagaReferences(line.Text).Where(n => !listed.Contains(n)))
                yield return Finding.Error(FindingCodes.BilagaMismatch, line, line.Text, $"Bilaga {number} finns inte i listan över bilagor.");
        }
    }

    private static IEnumerable<Finding> Unused(CheckedReport report)
    {
        var used = report.Lines.Where(l => l.Part is not ReportPart.Bilagor).SelectMany(l => CheckedReport.BilagaReferences(l.Text)).ToHashSet();
        return report.Bilagor.Where(b => !used.Contains(b.Number)).Select(b => Finding.Note(
            FindingCodes.BilagaUnused, b.Line, b.Line.Text, $"Ingen text hänvisar till bilaga {b.Number}."));
    }

    private static IEnumerable<Finding> Missing(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        var listed = names.Where(n => n.Slot is NameSlot.BilagaList).Select(n => n.Organisation?.Id).ToHashSet();
        var given = names.Where(n => n.Slot is NameSlot.AnswerHeading).Select(n => n.Organisation?.Id).ToHashSet();
        foreach (var recipient in context.Sources?.Ledger.Recipients.Where(r => r is { Status: RecipientStatus.Responded, Answer: not null }) ?? [])
        {
            if (listed.Contains(recipient.Organisation) || !given.Contains(recipient.Organisation) || context.Register.Find(recipient.Organisation) is not { } body) continue;
            yield return Finding.Error(
                FindingCodes.BilagaMissing, report.End(ReportPart.Bilagor), body.DisplayName, $"{body.DisplayName} har svarat, men svaret finns inte bland bilagorna.");
        }
    }

    private static IEnumerable<Finding> Renumbered(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        foreach (var attested in context.Sources?.Attestation?.Bilagor ?? [])
        {
            var now = names.FirstOrDefault(n => n.Slot is NameSlot.BilagaList && n.Bilaga == attested.Number);
            if (now?.Organisation?.Id == attested.Organisation) continue;
            yield return Finding.Error(
                FindingCodes.BilagaRenumbered,
                now?.Line ?? report.End(ReportPart.Bilagor),
                now?.Line.Text ?? "",
                $"Bilaga {attested.Number} är {attested.Title} i det attesterade utlåtandet. Ett nummer får inte ändras efter attesten.");
        }
    }

    private static string Number(NameInReport name) => name.Bilaga!.Value.ToString(CultureInfo.InvariantCulture);
}
