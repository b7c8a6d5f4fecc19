using Remiss.Cases;

namespace Remiss.Intake.Classification.Numbers;

/// <summary>Sorts the numbers found into the sender's own and the counterpart's, once it is known what the document is.</summary>
internal static class DnrRules
{
    public static DnrNumbers Sort(IReadOnlyList<DnrFound> numbers, DocumentType type, ClassificationContext context)
    {
        var own = new List<string>();
        var counterpart = new List<string>();
        foreach (var number in numbers)
        {
            var role = Role(number, numbers, type, context.OpenCases);
            var list = role switch { DnrRole.Own => own, DnrRole.Counterpart => counterpart, _ => null };
            if (list is not null && !list.Exists(n => DnrShape.Normalise(n) == DnrShape.Normalise(number.Text))) list.Add(number.Text);
        }

        // A number that a label calls the sender's own is not the counterpart's because a title repeats it.
        counterpart.RemoveAll(c => numbers.Any(n => n.Role == DnrRole.Own && DnrShape.Normalise(n.Text) == DnrShape.Normalise(c)));
        own.RemoveAll(o => counterpart.Exists(c => DnrShape.Normalise(c) == DnrShape.Normalise(o)));
        return new DnrNumbers(own, counterpart);
    }

    private static DnrRole Role(DnrFound number, IReadOnlyList<DnrFound> all, DocumentType type, IReadOnlyList<RemissCase> cases)
    {
        var fromRemitter = type is DocumentType.Remiss or DocumentType.Kvittens;
        if (number.Role == DnrRole.Own) return DnrRole.Own;
        if (cases.Any(c => DnrShape.IsSame(number.Text, c.Dnr))) return fromRemitter ? DnrRole.Own : DnrRole.Counterpart;
        if (cases.Any(c => c.EarlierDnr.Any(e => DnrShape.IsSame(number.Text, e)))) return DnrRole.Other;
        if (number.Role is DnrRole.Counterpart) return type == DocumentType.Remiss ? DnrRole.Own : DnrRole.Counterpart;
        if (number.Role == DnrRole.Unsaid) return DnrRole.Own;
        var isOnly = number.Role == DnrRole.Unlabelled && !all.Any(n => n.Role is DnrRole.Own or DnrRole.Unsaid);
        return isOnly ? DnrRole.Own : DnrRole.Other;
    }
}
