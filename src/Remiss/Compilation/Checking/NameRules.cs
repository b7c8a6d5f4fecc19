using Remiss.Cases;

namespace Remiss.Compilation.Checking;

/// <summary>Names that match nothing, or that vary.</summary>
internal static class NameRules
{
    public static IEnumerable<Finding> Check(IReadOnlyList<NameInReport> names, CheckContext context)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var name in names)
        {
            if (FindingOf(name, context) is not { } finding) continue;
            // In a list or a heading each mistake has to be mended; in running text once is enough to be told.
            if (name.Slot is NameSlot.RunningText && !seen.Add((finding.Code, finding.Text))) continue;
            yield return finding;
        }
    }

    private static Finding? FindingOf(NameInReport name, CheckContext context) => name.Reading switch
    {
        { Match: NameMatch.Registered or NameMatch.Variant, Organisation: { } body } when name.Slot is not NameSlot.RunningText && !IsRecipient(body, context) =>
            Finding.Error(FindingCodes.NameNotRecipient, name.Line, name.Text, $"{body.Name} är ingen remissinstans i ärendet."),
        { Match: NameMatch.Variant, Organisation: { } body } => Finding.Note(
            FindingCodes.NameVariant, name.Line, name.Text, "Namnet är skrivet på annat sätt än i registret.", $"Registret har {body.Name}."),
        { Match: NameMatch.Misspelt, Organisation: { } body } => Finding.Error(
            FindingCodes.NameSpelling, name.Line, name.Text, "Namnet är felskrivet.", $"Skriv {body.Name}."),
        { Match: NameMatch.Unknown, Organisation: { } near } when name.Slot is not NameSlot.RunningText || IsRecipient(near, context) => Finding.Error(
            FindingCodes.NameUnknown, name.Line, name.Text, "Namnet finns inte i registret.", $"Menas {near.Name}?"),
        { Match: NameMatch.Unknown } when name.Slot is NameSlot.RunningText => Finding.Note(
            FindingCodes.NameUnknown, name.Line, name.Text, "Namnet finns inte i registret."),
        { Match: NameMatch.Unknown } => Finding.Error(FindingCodes.NameUnknown, name.Line, name.Text, "Namnet finns inte i registret."),
        _ => null,
    };

    private static bool IsRecipient(Organisation organisation, CheckContext context) =>
        context.Case.Recipients.Contains(organisation.Id) || (context.Sources?.Ledger.Recipients.Any(r => r.Organisation == organisation.Id) ?? false);
}
