using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Tests.Reports;

public sealed class CaseStatusTests
{
    private static readonly DateTimeOffset Monday = new(2023, 10, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_document_tells_every_name_under_which_it_arrived()
    {
        var status = CaseStatus.Of(Ledger([Document("sisab", "a")], [Arrival("sisab", "a", "svar.pdf"), Arrival("sisab", "a", "svar (1).pdf")]), [], []);

        var document = Assert.Single(status.Documents);
        Assert.Equal("sisab/a.pdf", document.File);
        Assert.Equal(["sisab/svar.pdf", "sisab/svar (1).pdf"], document.Arrivals.Select(a => a.File));
    }

    [Fact]
    public void The_same_content_from_another_organisation_is_another_documents_arrival()
    {
        var status = CaseStatus.Of(
            Ledger([Document("sisab", "a"), Document("micasa", "a")], [Arrival("sisab", "a", "svar.pdf"), Arrival("micasa", "a", "svar.pdf")]), [], []);

        Assert.All(status.Documents, document => Assert.StartsWith(document.Organisation!, Assert.Single(document.Arrivals).File, StringComparison.Ordinal));
    }

    [Fact]
    public void A_recipient_has_the_stance_of_the_answer_that_counts()
    {
        var ledger = Ledger([Document("sisab", "a", Stance.Avstyrker), Document("sisab", "b", Stance.IngenErinran)], [], answer: "b");

        Assert.Equal(Stance.IngenErinran, Assert.Single(CaseStatus.Of(ledger, [], []).Recipients).Stance);
    }

    [Fact]
    public void A_recipient_without_an_answer_has_no_stance()
    {
        var ledger = Ledger([Document("sisab", "a", Stance.Avstyrker) with { State = DocumentState.Review }], []);

        Assert.Null(Assert.Single(CaseStatus.Of(ledger, [], []).Recipients).Stance);
    }

    [Fact]
    public void What_lies_in_no_recipients_folder_is_told_with_who_seems_to_have_sent_it()
    {
        var stray = Document(LedgerKeys.NoOrganisation, "a") with { Path = "ks-1/lös.pdf", State = DocumentState.Review };
        stray = stray with { Classification = stray.Classification! with { Organisation = new("micasa", "Micasa", 0.9) } };

        var line = Assert.Single(CaseStatus.Of(Ledger([], []), [stray], []).Documents);

        Assert.Equal(("lös.pdf", "micasa"), (line.File, line.Organisation));
    }

    private static CaseLedger Ledger(IReadOnlyList<Document> documents, IReadOnlyList<Arrival> arrivals, string? answer = null) => new(
        new RemissCase
        {
            Id = "ks-1",
            Dnr = "KS 1",
            Title = "Ärende",
            Remitter = "Kommunstyrelsen",
            CoordinatingBody = "stadshus",
            RemittedOn = new(2023, 9, 11),
            RemitterDeadline = new(2023, 10, 27),
            RecipientDeadline = new(2023, 10, 6),
            Coordinators = [],
            Recipients = ["sisab"],
        },
        [new Recipient { Organisation = "sisab", Order = 1, Deadline = new(2023, 10, 6), DeadlineSince = new(2023, 9, 11), Answer = answer }],
        documents,
        arrivals,
        []);

    private static Document Document(string organisation, string sha256, Stance stance = Stance.Oklart) => new()
    {
        Organisation = organisation,
        Sha256 = sha256,
        Path = $"ks-1/{organisation}/{sha256}.pdf",
        Size = 1,
        State = DocumentState.Accepted,
        ArrivedAt = Monday,
        Classification = new() { Type = DocumentType.Remissvar, TypeConfidence = 1, Stance = stance, StanceConfidence = 1, Review = false },
    };

    private static Arrival Arrival(string organisation, string sha256, string name) => new()
    {
        Path = $"ks-1/{organisation}/{name}",
        Version = name,
        Organisation = organisation,
        Sha256 = sha256,
        Size = 1,
        ArrivedAt = Monday,
        StoredAt = Monday,
    };
}
