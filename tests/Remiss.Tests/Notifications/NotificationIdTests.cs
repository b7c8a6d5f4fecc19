using Remiss.Notifications;

namespace Remiss.Tests.Notifications;

public static class NotificationIdTests
{
    private static readonly Send Row = new()
    {
        Kind = SendKind.Reminder,
        Organisation = "sisab",
        Deadline = new(2023, 10, 6),
        Slot = 3,
        Channel = Channel.Mail,
        Contact = "svar@sisab.example",
        At = default,
    };

    [Fact]
    public static void The_same_send_has_the_same_id_whatever_becomes_of_it() =>
        Assert.Equal(NotificationId.Of("ks-1", Row), NotificationId.Of("ks-1", Row with { State = SendState.Accepted, At = DateTimeOffset.MaxValue, Subject = "x" }));

    [Fact]
    public static void Every_other_send_has_another_id()
    {
        Send[] others =
        [
            Row, Row with { Kind = SendKind.Escalation }, Row with { Organisation = "hem" }, Row with { Deadline = new(2023, 10, 7) },
            Row with { Slot = 4 }, Row with { Channel = Channel.Teams }, Row with { Contact = "annan@sisab.example" },
        ];

        var ids = others.Select(s => NotificationId.Of("ks-1", s)).Append(NotificationId.Of("ks-2", Row)).ToList();

        Assert.Distinct(ids);
        Assert.StartsWith("reminder-sisab-2023-10-06-3-mail-", ids[0], StringComparison.Ordinal);
        Assert.All(ids, id => Assert.DoesNotContain("@", id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../hem")]
    [InlineData("hem åäö\r\n")]
    [InlineData("a/b\\c#d?e*")]
    public static void An_id_is_safe_as_a_file_name(string organisation) =>
        Assert.All(NotificationId.Of("ks-1", Row with { Organisation = organisation }), c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
}
