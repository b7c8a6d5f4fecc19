using Remiss.Cases;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Checking;

/// <summary>Every recipient stands in the report, and once.</summary>
internal static class RecipientRules
{
    public static IEnumerable<Finding> Check(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context) =>
        Twice(names).Concat(Missing(report, names, context)).Concat(NotNamed(report, names, context));

    private static IEnumerable<Finding> Twice(IReadOnlyList<NameInReport> names) =>
        from slot in (NameSlot[])[NameSlot.Remittal, NameSlot.AnswerHeading, NameSlot.BilagaList]
        from body in names.Where(n => n.Slot == slot && n.Organisation is not null).GroupBy(n => n.Organisation!.Id)
        from again in body.Skip(1)
        where slot is not NameSlot.BilagaList || !IsLaterAnswer(again)
        select Finding.Error(FindingCodes.RecipientTwice, again.Line, again.Text, $"{again.Organisation!.DisplayName} står mer än en gång {Where(slot)}.");

    /// <summary>What came after an attestation is a bilaga of its own.</summary>
    private static bool IsLaterAnswer(NameInReport name) =>
        name.Line.Text.Contains(" senare ", StringComparison.Ordinal) || name.Line.Text.Contains(" handlingar ", StringComparison.Ordinal);

    /// <summary>The report says that it was asked, or the ledger knows that it answered, and then nothing is said of it.</summary>
    private static IEnumerable<Finding> Missing(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        var remitted = names.Where(n => n.Slot is NameSlot.Remittal && n.Organisation is not null).Select(n => n.Organisation!.Id);
        var answered = context.Sources?.Ledger.Recipients
            .Where(r => r.Status is RecipientStatus.Responded or RecipientStatus.Declined)
            .Select(r => r.Organisation) ?? [];
        foreach (var id in remitted.Concat(answered).Distinct(StringComparer.Ordinal))
        {
            if (context.Register.Find(id) is not { } body || IsTreated(body, report, names)) continue;
            yield return Finding.Error(
                FindingCodes.RecipientMissing,
                report.End(ReportPart.Answers),
                body.DisplayName,
                $"{body.DisplayName} saknas bland remissvaren.",
                $"Återge svaret, eller skriv att {body.DisplayName} har avstått eller inte har svarat.");
        }
    }

    private static IEnumerable<Finding> NotNamed(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        var settled = context.Sources?.Ledger.Recipients
            .Where(r => r.Status is RecipientStatus.Responded or RecipientStatus.Declined or RecipientStatus.Withdrawn)
            .Select(r => r.Organisation)
            .ToHashSet(StringComparer.Ordinal);
        var silent = context.Case.Recipients
            .Where(id => settled?.Contains(id) is not true)
            .Select(context.Register.Find)
            .OfType<Organisation>()
            .Where(o => names.All(n => n.Organisation != o) && !report.Lines.Any(l => Names(l, o)))
            .Select(o => o.DisplayName)
            .ToList();
        if (silent.Count == 0) yield break;

        var count = silent.Count == 1 ? "En av ärendets remissinstanser nämns inte" : $"{SwedishText.Capitalised(SwedishText.Number(silent.Count))} av ärendets remissinstanser nämns inte";
        yield return Finding.Note(
            FindingCodes.RecipientsNotNamed,
            report.End(ReportPart.Answers),
            SwedishText.Join(silent),
            $"{count}: {SwedishText.Join(silent)}.",
            "Skriv att de har avstått eller inte har svarat, om underremissen gick till dem.");
    }

    private static bool IsTreated(Organisation body, CheckedReport report, IReadOnlyList<NameInReport> names) =>
        names.Any(n => n.Slot is NameSlot.AnswerHeading && n.Organisation == body)
        || report.Lines.Any(l => l.Part is ReportPart.Answers && l.Answer is null && Names(l, body));

    private static bool Names(ReportLine line, Organisation body) => NameReader.FormsOf(body).Any(form => Holds(line.Text, form));

    private static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        }

        return false;
    }

    private static string Where(NameSlot slot) => slot switch
    {
        NameSlot.Remittal => "bland dem som ärendet har remitterats till",
        NameSlot.AnswerHeading => "bland remissvaren",
        _ => "i listan över bilagor",
    };
}
