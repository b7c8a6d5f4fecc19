namespace Remiss.Cases;

/// <summary>What a new or changed case file means for its recipients. Pure.</summary>
public static class RecipientChanges
{
    /// <param name="since">The day from which new or moved deadlines apply.</param>
    /// <returns>The recipients to add or replace; those that stay as they are left out.</returns>
    public static IReadOnlyList<Recipient> Of(RemissCase remissCase, IReadOnlyList<Recipient> known, DateOnly since)
    {
        var before = known.ToDictionary(r => r.Organisation);
        var asked = remissCase.Recipients.Select((organisation, index) => before.TryGetValue(organisation, out var recipient)
            ? Changed(recipient, remissCase, index + 1, since)
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

    private static Recipient Changed(Recipient recipient, RemissCase remissCase, int order, DateOnly since)
    {
        var back = recipient.Status is RecipientStatus.Withdrawn
            ? recipient with { Status = recipient.Answer is null ? RecipientStatus.Awaiting : RecipientStatus.Responded }
            : recipient;
        var moved = back.Deadline != remissCase.RecipientDeadline && !back.HasOwnDeadline && back.Extension?.State is not ExtensionState.Granted;
        return moved
            ? back with { Order = order, Deadline = remissCase.RecipientDeadline, DeadlineSince = since }
            : back with { Order = order };
    }
}
