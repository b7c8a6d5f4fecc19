namespace Remiss.Intake.Classification.Numbers;

/// <summary>Sorts the numbers found into the sender's own and the counterpart's, once it is known what the document is.</summary>
internal static class DnrRules
{
    /// <summary>Of each kind. A letter has a few; a list of cases may have thousands, which no row of the ledger holds.</summary>
    private const int Most = 100;

    public static DnrNumbers Sort(IReadOnlyList<DnrFound> numbers, DocumentType type, ClassificationContext context)
    {
        var own = new List<DnrFound>();
        var counterpart = new List<DnrFound>();
        var cases = context.OpenCases.Select(c => DnrShape.Normalise(c.Dnr)).ToList();
        var earlier = context.OpenCases.SelectMany(c => c.EarlierDnr).Select(DnrShape.Normalise).ToList();
        var hasOwn = numbers.Any(n => n.Role is DnrRole.Own or DnrRole.Unsaid);
        foreach (var number in numbers)
        {
            var role = Role(number, hasOwn, type, cases, earlier);
            if (role is DnrRole.Own && own.Count > 0 && IsInAddress(number) && type != DocumentType.Remiss && !DnrShape.IsSameNormal(number.Normal, own[0].Normal)) role = DnrRole.Counterpart;
            var list = role switch { DnrRole.Own => own, DnrRole.Counterpart => counterpart, _ => null };
            if (list is { Count: < Most } && !list.Exists(n => n.Normal == number.Normal)) list.Add(number);
        }

        // A number that a label calls the sender's own is not the counterpart's because a title repeats it.
        var labelled = numbers.Where(n => n.Role == DnrRole.Own).Select(n => n.Normal).ToHashSet(StringComparer.Ordinal);
        counterpart.RemoveAll(c => labelled.Contains(c.Normal));
        own.RemoveAll(o => counterpart.Exists(c => c.Normal == o.Normal));
        return new DnrNumbers([.. own.Select(n => n.Text)], [.. counterpart.Select(n => n.Text)]);
    }

    /// <summary>In a letterhead the sender's own comes first, and the receiver's beside its address.</summary>
    private static bool IsInAddress(DnrFound number) => number is { InLetterhead: true, Role: DnrRole.Unsaid or DnrRole.Unlabelled };

    private static DnrRole Role(DnrFound number, bool hasOwn, DocumentType type, List<string> cases, List<string> earlier)
    {
        var fromRemitter = type is DocumentType.Remiss or DocumentType.Kvittens;
        if (number.Role == DnrRole.Own) return DnrRole.Own;
        if (cases.Exists(c => DnrShape.IsSameNormal(number.Normal, c))) return fromRemitter ? DnrRole.Own : DnrRole.Counterpart;
        if (earlier.Exists(e => DnrShape.IsSameNormal(number.Normal, e))) return DnrRole.Other;
        if (number.Role is DnrRole.Counterpart) return type == DocumentType.Remiss ? DnrRole.Own : DnrRole.Counterpart;
        if (number.Role == DnrRole.Unsaid) return DnrRole.Own;
        return number.Role == DnrRole.Unlabelled && (!hasOwn || number.InLetterhead) ? DnrRole.Own : DnrRole.Other;
    }
}
