using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Tests.Storage;

public sealed class LedgerKeysTests
{
    [Theory]
    [InlineData("\"0x8DC\"", "~220x8DC~22")]
    [InlineData("a/b\\c#d?e", "a~2fb~5cc~23d~3fe")]
    [InlineData("rad\r\n", "rad~0d~0a")]
    [InlineData("a~b", "a~7eb")]
    [InlineData("anna.åberg@x.se", "anna.~e5berg@x.se")]
    public void Keys_hold_no_character_that_a_table_refuses(string text, string expected) => Assert.Equal(expected, LedgerKeys.Safe(text));

    [Fact]
    public void An_arrival_is_one_version_of_one_path()
    {
        var arrival = new Arrival
        {
            Path = "ks-1/sisab/Svar.pdf",
            Version = "\"0x8DC\"",
            Organisation = "sisab",
            Sha256 = "ab12",
            Size = 1,
            ArrivedAt = default,
            StoredAt = default,
        };

        Assert.Equal(LedgerKeys.Arrival(arrival), LedgerKeys.Arrival(arrival with { Sha256 = "cd34" }));
        Assert.NotEqual(LedgerKeys.Arrival(arrival), LedgerKeys.Arrival(arrival with { Version = "\"0x8DD\"" }));
        Assert.NotEqual(LedgerKeys.Arrival(arrival), LedgerKeys.Arrival(arrival with { Path = "ks-1/sisab/svar.pdf" }));
    }

    [Fact]
    public void A_send_is_one_slot_of_one_deadline_to_one_contact_through_one_channel()
    {
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "sisab",
            Deadline = new(2023, 10, 6),
            Slot = 2,
            Channel = Channel.Mail,
            Contact = "ebba@sisab.example",
            At = default,
        };

        Assert.Equal("send|reminder|sisab|2023-10-06|2|mail|ebba@sisab.example", LedgerKeys.Send(send));
        Assert.NotEqual(LedgerKeys.Send(send), LedgerKeys.Send(send with { Deadline = new(2023, 10, 13) }));
    }
}
