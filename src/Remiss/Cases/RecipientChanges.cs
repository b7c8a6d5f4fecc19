namespace Remiss.Cases;

/// <summary>What a new or changed case file means for its recipients. Pure.</summary>
public static class RecipientChanges
{
    /// <param name="since">The day from which new or moved deadlines apply.</param>
    /// <param name="declines">SHA-256 of answers that give none.</param>
    /// <returns>The recipients to add or replace; those that stay as they are left out.</returns>
    public static IReadOnlyList<Recipient> Of(RemissCase remissCase, IReadOnlyList<Recipient> known, DateOnly since, IReadOnlyCollection<string> declines)
    {
        var before = known.ToDictionary(r => r.Organisation);
        var asked = remissCase.Recipients.Select((organisation, index) => before.TryGetValue(organisation, out var recipient)
            ? Changed(recipient, remissCase, index + 1, since, declines)
            : new Recipient
            {
                Organisation = organisation,
                Order = index + 1,
                Deadline = remissCase.RecipientDeadline,
                DeadlineSince = since,
            });
        var withdrawn = known
            .Where(r => !remissCase.Recipients.Contains(r.Organisation))
            .Select(r => r with { Status = RecipientStatus.Withdrawn });
        return [.. asked.Concat(withdrawn).Where(r => !before.TryGetValue(r.Organisation, out var old) || old != r)];
    }

    private static Recipient Changed(Recipient recipient, RemissCase remissCase, int order, DateOnly since, IReadOnlyCollection<string> declines)
    {
        var back = recipient.Status is RecipientStatus.Withdrawn ? recipient with { Status = StatusBefore(recipient, declines) } : recipient;
        var moved = back.Deadline != remissCase.RecipientDeadline && !back.HasOwnDeadline && back.Extension?.State is not ExtensionState.Granted;
        return moved
            ? back with { Order = order, Deadline = remissCase.RecipientDeadline, DeadlineSince = since }
            : back with { Order = order };
    }

    private static RecipientStatus StatusBefore(Recipient withdrawn, IReadOnlyCollection<string> declines) =>
        withdrawn.Answer is not { } answer ? RecipientStatus.Awaiting
        : declines.Contains(answer) ? RecipientStatus.Declined
        : RecipientStatus.Responded;
}
