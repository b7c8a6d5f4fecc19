using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Moq;
using Remiss;
using Remiss.Intake.Extraction;

namespace RemissFunctions.Tests;

/// <summary>The app's parts on storage clients that note what they are asked.</summary>
internal sealed class MockedStorage
{
    private readonly Dictionary<string, TableEntity> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mock<BlobContainerClient>> containers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mock<QueueClient>> queues = new(StringComparer.Ordinal);

    public MockedStorage()
    {
        Table.Setup(t => t.GetEntityIfExistsAsync<TableEntity>(It.IsAny<string>(), It.IsAny<string>(), null, It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, string row, IEnumerable<string>? _, CancellationToken _) => rows.TryGetValue(row, out var entity)
                ? Response.FromValue(entity, Mock.Of<Response>())
                : new MissingRow());
        Table.Setup(t => t.QueryAsync<TableEntity>(It.IsAny<string>(), null, null, It.IsAny<CancellationToken>()))
            .Returns(AsyncPageable<TableEntity>.FromPages([]));
        Table.Setup(t => t.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()))
            .Callback((IEnumerable<TableTransactionAction> actions, CancellationToken _) => Written.AddRange(actions.Select(a => (TableEntity)a.Entity)))
            .ReturnsAsync(Mock.Of<Response<IReadOnlyList<Response>>>());
    }

    public Mock<TableClient> Table { get; } = new();

    public Mock<IDocumentExtractor> Extractor { get; } = new();

    public Mock<IRequestAdapter> Graph { get; } = new();

    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Rows of the transactions that were committed.</summary>
    public List<TableEntity> Written { get; } = [];

    /// <summary>Messages as <c>queue: body</c>.</summary>
    public List<string> Messages { get; } = [];

    public TableEntity this[string rowKey]
    {
        set => rows[rowKey] = value;
    }

    public Mock<BlobClient> Blob(string container, string name)
    {
        var blob = new Mock<BlobClient>();
        blob.SetupGet(b => b.Name).Returns(name);
        blob.Setup(b => b.GetPropertiesAsync(null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(Response.FromValue(BlobsModelFactory.BlobProperties(leaseState: LeaseState.Available), Mock.Of<Response>()));
        Container(container).Setup(c => c.GetBlobClient(name)).Returns(blob.Object);
        return blob;
    }

    public Mock<BlobContainerClient> Container(string name)
    {
        if (containers.TryGetValue(name, out var known)) return known;

        var container = new Mock<BlobContainerClient>();
        container.Setup(c => c.GetBlobClient(It.IsAny<string>())).Returns(Mock.Of<BlobClient>());
        container.Setup(c => c.GetBlobsAsync(It.IsAny<GetBlobsOptions>(), It.IsAny<CancellationToken>()))
            .Returns(AsyncPageable<BlobItem>.FromPages([]));
        return containers[name] = container;
    }

    public ServiceProvider Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2023, 10, 2, 9, 0, 0, TimeSpan.Zero)));
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.AddRemiss();
        Graph.SetupAllProperties();
        Graph.Object.BaseUrl = "https://graph.example/v1.0";
        builder.Services.AddSingleton(new Lazy<GraphServiceClient>(() => new GraphServiceClient(Graph.Object)));
        var tables = new Mock<TableServiceClient>();
        tables.Setup(s => s.GetTableClient(It.IsAny<string>())).Returns(Table.Object);
        var blobs = new Mock<BlobServiceClient>();
        blobs.Setup(s => s.GetBlobContainerClient(It.IsAny<string>())).Returns((string name) => Container(name).Object);
        var queueService = new Mock<QueueServiceClient>();
        queueService.Setup(s => s.GetQueueClient(It.IsAny<string>())).Returns((string name) => Queue(name).Object);
        builder.Services.AddSingleton(tables.Object).AddSingleton(blobs.Object).AddSingleton(queueService.Object).AddSingleton(Extractor.Object);
        builder.Services.AddLogging().AddSingleton(new DiagnosticListener("web"));
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private Mock<QueueClient> Queue(string name)
    {
        if (queues.TryGetValue(name, out var known)) return known;

        var queue = new Mock<QueueClient>();
        queue.Setup(q => q.SendMessageAsync(It.IsAny<BinaryData>(), null, null, It.IsAny<CancellationToken>()))
            .Callback((BinaryData body, TimeSpan? _, TimeSpan? _, CancellationToken _) => Messages.Add($"{name}: {body}"))
            .ReturnsAsync(Mock.Of<Response<SendReceipt>>());
        queue.Setup(q => q.GetPropertiesAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(Response.FromValue(QueuesModelFactory.QueueProperties(new Dictionary<string, string>(), 0), Mock.Of<Response>()));
        return queues[name] = queue;
    }

    private sealed class MissingRow : NullableResponse<TableEntity>
    {
        public override bool HasValue => false;

        public override TableEntity Value => throw new InvalidOperationException("There is no row.");

        public override Response GetRawResponse() => Mock.Of<Response>();
    }
}
