using Azure;
using Azure.Data.Tables;
using Moq;
using Remiss.Storage;

namespace Remiss.Tests.Storage;

public sealed class LedgerChangeTests
{
    private readonly Mock<TableClient> table = new(MockBehavior.Strict);
    private readonly Mock<TableServiceClient> service = new();
    private readonly List<TableTransactionAction> sent = [];

    public LedgerChangeTests()
    {
        service.Setup(s => s.GetTableClient(It.IsAny<string>())).Returns(table.Object);
    }

    [Fact]
    public async Task A_change_and_its_audit_row_go_in_one_transaction()
    {
        Submit().ReturnsAsync(Mock.Of<Response<IReadOnlyList<Response>>>());

        Assert.True(await Change().CommitAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, sent.Count);
        Assert.All(sent, action => Assert.Equal(TableTransactionActionType.Add, action.ActionType));
        Assert.Equal("ks-1", Assert.Single(sent.Select(action => action.Entity.PartitionKey).Distinct()));
        Assert.StartsWith("audit|", sent[1].Entity.RowKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replacement_matches_the_row_that_was_read()
    {
        Submit().ReturnsAsync(Mock.Of<Response<IReadOnlyList<Response>>>());
        var before = new Stored<AuditEntry>(new(default, "a", "b", "c"), new ETag("one"));

        await Ledger().Change("ks-1").Replace("row", before, before.Value).CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((TableTransactionActionType.UpdateReplace, new ETag("one")), (sent[0].ActionType, sent[0].ETag));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(412)]
    public async Task Somebody_who_was_first_is_no_error(int status)
    {
        Submit().ThrowsAsync(new RequestFailedException(status, "was first"));

        Assert.False(await Change().CommitAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_storage_that_fails_throws_so_that_the_host_tries_again(int status)
    {
        Submit().ThrowsAsync(new RequestFailedException(status, "no"));

        await Assert.ThrowsAsync<RequestFailedException>(() => Change().CommitAsync(TestContext.Current.CancellationToken));
    }

    private Moq.Language.Flow.ISetup<TableClient, Task<Response<IReadOnlyList<Response>>>> Submit()
    {
        var setup = table.Setup(t => t.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()));
        setup.Callback<IEnumerable<TableTransactionAction>, CancellationToken>((actions, _) => sent.AddRange(actions));
        return setup;
    }

    private RemissLedger Ledger() => new(service.Object);

    private LedgerChange Change() =>
        Ledger().Change("ks-1").Insert("row", new AuditEntry(default, "a", "b", "c")).Audit(new(default, "a", "b", "c"));
}
