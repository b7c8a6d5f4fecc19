using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Intake;

public sealed class AnswerRulesTests
{
    private static readonly DateTimeOffset Monday = new(2023, 10, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2023, 10, 2);

    private static readonly Recipient Awaiting = new()
    {
        Organisation = "sisab",
        Order = 1,
        Deadline = new(2023, 10, 6),
        DeadlineSince = new(2023, 9, 11),
    };

    [Theory]
    [InlineData(DocumentType.Remissvar, RecipientStatus.Responded)]
    [InlineData(DocumentType.Protokollsutdrag, RecipientStatus.Responded)]
    [InlineData(DocumentType.Tjansteutlatande, RecipientStatus.Responded)]
    [InlineData(DocumentType.Avstar, RecipientStatus.Declined)]
    [InlineData(DocumentType.Kvittens, RecipientStatus.Awaiting)]
    [InlineData(DocumentType.Bilaga, RecipientStatus.Awaiting)]
    [InlineData(DocumentType.Ovrigt, RecipientStatus.Awaiting)]
    [InlineData(DocumentType.Remiss, RecipientStatus.Awaiting)]
    public void What_an_accepted_document_means_for_its_sender(DocumentType type, RecipientStatus expected)
    {
        var effect = AnswerRules.Apply(Awaiting, Document("a", type), null, Today);

        Assert.Equal(expected, effect.Recipient.Status);
        Assert.Equal(expected is RecipientStatus.Awaiting ? null : "a", effect.Recipient.Answer);
    }

    [Theory]
    [InlineData(DocumentType.Protokollsutdrag)]
    [InlineData(DocumentType.Tjansteutlatande)]
    public void Minutes_and_reports_that_decline_are_a_decline(DocumentType type)
    {
        var document = Document("a", type);
        document = document with { Classification = document.Classification! with { Stance = Stance.Avstar } };

        var effect = AnswerRules.Apply(Awaiting, document, null, Today);

        Assert.Equal(RecipientStatus.Declined, effect.Recipient.Status);
        Assert.Equal("a", effect.Recipient.Answer);
        Assert.False(document.IsAnswer);
    }

    [Theory]
    [InlineData(DocumentState.Review)]
    [InlineData(DocumentState.Extracted)]
    [InlineData(DocumentState.Failed)]
    public void What_is_not_accepted_settles_nothing(DocumentState state)
    {
        var effect = AnswerRules.Apply(Awaiting, Document("a", DocumentType.Remissvar) with { State = state }, null, Today);

        Assert.Equal(Awaiting, effect.Recipient);
    }

    [Theory]
    [InlineData(RecipientStatus.Declined)]
    [InlineData(RecipientStatus.Withdrawn)]
    public void An_answer_counts_from_any_status(RecipientStatus status)
    {
        var effect = AnswerRules.Apply(Awaiting with { Status = status }, Document("a", DocumentType.Remissvar), null, Today);

        Assert.Equal(RecipientStatus.Responded, effect.Recipient.Status);
    }

    [Fact]
    public void A_newer_answer_supersedes_the_older_one()
    {
        var older = Document("a", DocumentType.Remissvar);
        var newer = Document("b", DocumentType.Remissvar) with { ArrivedAt = Monday.AddHours(1) };

        var effect = AnswerRules.Apply(Awaiting with { Answer = "a", Status = RecipientStatus.Responded }, newer, older, Today);

        Assert.Equal("b", effect.Recipient.Answer);
        Assert.Equal("b", effect.Current!.SupersededBy);
        Assert.Null(effect.Judged.SupersededBy);
    }

    [Fact]
    public void An_older_answer_that_is_read_late_does_not_supersede()
    {
        var newer = Document("b", DocumentType.Remissvar) with { ArrivedAt = Monday.AddHours(1) };

        var effect = AnswerRules.Apply(Awaiting with { Answer = "b" }, Document("a", DocumentType.Remissvar), newer, Today);

        Assert.Equal("b", effect.Recipient.Answer);
        Assert.Equal("b", effect.Judged.SupersededBy);
        Assert.Null(effect.Current!.SupersededBy);
    }

    [Fact]
    public void Of_two_answers_that_arrived_at_once_the_later_dated_counts()
    {
        var current = Document("b", DocumentType.Remissvar, new(2023, 9, 28));

        var effect = AnswerRules.Apply(Awaiting with { Answer = "b" }, Document("a", DocumentType.Remissvar, new(2023, 9, 29)), current, Today);

        Assert.Equal("a", effect.Recipient.Answer);
    }

    [Theory]
    [InlineData(DocumentType.Remissvar, DocumentType.Protokollsutdrag)]
    [InlineData(DocumentType.Protokollsutdrag, DocumentType.Remissvar)]
    public void What_came_in_one_mail_belongs_together_and_the_letter_counts(DocumentType first, DocumentType second)
    {
        var one = Document("a", first) with { Parent = "mail" };
        var other = Document("b", second) with { Parent = "mail" };
        var letter = first is DocumentType.Remissvar ? one : other;

        var before = AnswerRules.Apply(Awaiting, one, null, Today);
        var effect = AnswerRules.Apply(before.Recipient, other, one, Today);

        Assert.Equal(letter.Sha256, effect.Recipient.Answer);
        Assert.Null(effect.Judged.SupersededBy);
        Assert.Null(effect.Current!.SupersededBy);
    }

    [Fact]
    public void A_request_for_more_time_is_noted_while_it_waits_for_a_person()
    {
        var request = Document("a", DocumentType.Anstand) with { State = DocumentState.Review };
        request = request with { Classification = request.Classification! with { RequestedDeadline = new(2023, 10, 20) } };

        var effect = AnswerRules.Apply(Awaiting, request, null, Today);

        Assert.Equal(new Extension(ExtensionState.Requested, Today, new DateOnly(2023, 10, 20), "a"), effect.Recipient.Extension);
        Assert.Equal(RecipientStatus.Awaiting, effect.Recipient.Status);
    }

    [Fact]
    public void A_request_that_was_decided_is_not_asked_again()
    {
        var refused = Awaiting with { Extension = new(ExtensionState.Refused, Today, null, "a") };

        var effect = AnswerRules.Apply(refused, Document("a", DocumentType.Anstand) with { State = DocumentState.Review }, null, Today);

        Assert.Equal(refused, effect.Recipient);
    }

    private static Document Document(string sha256, DocumentType type, DateOnly? date = null) => new()
    {
        Organisation = "sisab",
        Sha256 = sha256,
        Path = $"ks-1/sisab/{sha256}.pdf",
        Size = 1,
        State = DocumentState.Accepted,
        ArrivedAt = Monday,
        Classification = new()
        {
            Type = type,
            TypeConfidence = 1,
            Stance = Stance.Oklart,
            StanceConfidence = 1,
            Review = false,
            Date = date,
        },
    };
}
