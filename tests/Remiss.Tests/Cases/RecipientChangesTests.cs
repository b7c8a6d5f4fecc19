using Remiss.Cases;

namespace Remiss.Tests.Cases;

public sealed class RecipientChangesTests
{
    private static readonly DateOnly Sent = new(2023, 9, 11);
    private static readonly DateOnly Today = new(2023, 9, 20);

    [Fact]
    public void A_new_case_asks_everyone_in_its_order()
    {
        var recipients = RecipientChanges.Of(CaseWith("sisab", "micasa"), [], Sent, []);

        Assert.Equal([("sisab", 1), ("micasa", 2)], recipients.Select(r => (r.Organisation, r.Order)));
        Assert.All(recipients, r => Assert.Equal((RecipientStatus.Awaiting, Sent), (r.Status, r.DeadlineSince)));
    }

    [Fact]
    public void The_same_case_again_changes_nothing()
    {
        var known = RecipientChanges.Of(CaseWith("sisab", "micasa"), [], Sent, []);

        Assert.Empty(RecipientChanges.Of(CaseWith("sisab", "micasa"), known, Today, []));
    }

    [Fact]
    public void A_recipient_that_is_left_out_is_withdrawn_and_kept()
    {
        var known = RecipientChanges.Of(CaseWith("sisab", "micasa"), [], Sent, []);

        var change = Assert.Single(RecipientChanges.Of(CaseWith("sisab"), known, Today, []));

        Assert.Equal(("micasa", RecipientStatus.Withdrawn), (change.Organisation, change.Status));
    }

    [Theory]
    [InlineData("ab12", RecipientStatus.Responded)]
    [InlineData("cd34", RecipientStatus.Declined)]
    [InlineData(null, RecipientStatus.Awaiting)]
    public void A_withdrawn_recipient_that_comes_back_has_the_answer_it_gave(string? answer, RecipientStatus status)
    {
        var answered = RecipientChanges.Of(CaseWith("sisab"), [], Sent, [])[0] with { Status = RecipientStatus.Withdrawn, Answer = answer };

        var change = Assert.Single(RecipientChanges.Of(CaseWith("sisab"), [answered], Today, ["cd34"]));

        Assert.Equal(status, change.Status);
    }

    [Fact]
    public void A_moved_deadline_applies_from_today()
    {
        var known = RecipientChanges.Of(CaseWith("sisab"), [], Sent, []);
        var moved = CaseWith("sisab") with { RecipientDeadline = new(2023, 10, 13) };

        var change = Assert.Single(RecipientChanges.Of(moved, known, Today, []));

        Assert.Equal((new DateOnly(2023, 10, 13), Today), (change.Deadline, change.DeadlineSince));
    }

    [Fact]
    public void A_granted_extension_outlives_a_moved_deadline()
    {
        var granted = RecipientChanges.Of(CaseWith("sisab"), [], Sent, [])[0] with
        {
            Deadline = new(2023, 10, 20),
            Extension = new(ExtensionState.Granted, Sent, new DateOnly(2023, 10, 20), "ab12"),
        };

        Assert.Empty(RecipientChanges.Of(CaseWith("sisab") with { RecipientDeadline = new(2023, 10, 13) }, [granted], Today, []));
    }

    private static RemissCase CaseWith(params string[] recipients) => new()
    {
        Id = "ks-1",
        Dnr = "KS 1",
        Title = "Ärende",
        Remitter = "Kommunstyrelsen",
        CoordinatingBody = "stadshus",
        RemittedOn = Sent,
        RemitterDeadline = new(2023, 10, 27),
        RecipientDeadline = new(2023, 10, 6),
        Coordinators = [new("Ylva Provlund", "Handläggare", "ylva@stadshus.example")],
        Recipients = recipients,
    };
}
