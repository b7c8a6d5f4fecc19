using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Tests.Storage;

public sealed class EntityCodecTests
{
    [Fact]
    public void A_document_with_all_that_is_known_survives_the_table()
    {
        var document = new Document
        {
            Organisation = "sisab",
            Sha256 = "ab12",
            Path = "ks-1/sisab/Yttrande från Älvsjö.pdf",
            Size = 5_000_000_000,
            State = DocumentState.NeedsOcr,
            ArrivedAt = new(2023, 10, 2, 9, 0, 0, TimeSpan.FromHours(2)),
            Reasons = ["no_text", "«citat» & <tecken>"],
            Pages = 3,
            Classification = new()
            {
                Type = DocumentType.Remissvar,
                TypeConfidence = 0.25,
                Stance = Stance.TillstyrkerMedSynpunkter,
                StanceConfidence = 1,
                Review = true,
                Passages = [new(PassageKind.Stance, "unga", 10, 20, 1)],
                Signatory = new("Ebba Exempelgren", null),
            },
        };

        var read = EntityCodec.Decode<Document>(EntityCodec.Encode("ks-1", "document|sisab|ab12", document));

        Assert.Equivalent(document, read, strict: true);
    }

    [Fact]
    public void Members_are_properties_that_a_person_can_read()
    {
        var entity = EntityCodec.Encode("ks-1", "recipient|sisab", new Recipient
        {
            Organisation = "sisab",
            Order = 1,
            Status = RecipientStatus.Responded,
            Deadline = new(2023, 10, 6),
            DeadlineSince = new(2023, 9, 11),
        });

        Assert.Equal("responded", entity["status"]);
        Assert.Equal("2023-10-06", entity["deadline"]);
        Assert.Equal(1L, entity["order"]);
        Assert.False(entity.ContainsKey("extension"));
    }

    [Fact]
    public void A_text_too_long_for_a_table_is_refused_with_its_place()
    {
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "sisab",
            Deadline = new(2023, 10, 6),
            Slot = 1,
            Channel = Channel.Mail,
            Contact = "a@b.se",
            At = default,
            Detail = new string('x', 40_000),
        };

        var error = Assert.Throws<InvalidOperationException>(() => EntityCodec.Encode("ks-1", "send|x", send));

        Assert.Contains("'detail' has 40000 characters", error.Message, StringComparison.Ordinal);
    }
}
