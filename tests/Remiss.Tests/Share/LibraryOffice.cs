using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Moq;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Intake.Quarantine;
using Remiss.Intake.Review;
using Remiss.Notifications.Graph;
using Remiss.Share;
using Remiss.Storage;
using Remiss.Tests.Notifications;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Share;

/// <summary>The office, with a library in a Graph of our own, on storage in memory.</summary>
internal sealed class LibraryOffice : IAsyncDisposable
{
    private LibraryOffice(Office office, LoopbackDrive drive, GraphServer server)
    {
        Office = office;
        Drive = drive;
        Server = server;
        Graph = new(() => GraphConnection.Open(server.BaseUrl, new AnonymousAuthenticationProvider(), office.Time));
    }

    public Office Office { get; }

    public LoopbackDrive Drive { get; }

    public GraphServer Server { get; }

    public ShareOptions Options { get; } = new() { DriveId = LoopbackDrive.Id };

    public Mock<ILogger<CaseFolders>> FoldersLog { get; } = new();

    private Lazy<GraphServiceClient> Graph { get; }

    private CaseFolders? folders;

    public static async Task<LibraryOffice> OpenAsync()
    {
        var time = new QuickTime(Office.At("2023-10-02 10:00"));
        var drive = new LoopbackDrive();
        return new(await Office.OpenAsync("2023-10-02 10:00", time), drive, await GraphServer.StartAsync(time, drive.Map));
    }

    public Task CopyAsync()
    {
        FoldersLog.Setup(l => l.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        folders ??= new CaseFolders(Office.Ledger, Office.Time, FoldersLog.Object);
        var walk = new DeltaWalk(Office.Ledger, Office.Time, NullLogger<DeltaWalk>.Instance);
        return new ShareRun(Graph, Microsoft.Extensions.Options.Options.Create(Options), folders, walk, Inbox, Office.Time)
            .RunAsync(TestContext.Current.CancellationToken);
    }

    public InboxWriter Inbox => new(new BlobContainers(Office.Storage.BlobService));

    /// <summary>Receives what lies in the inbox.</summary>
    public Task<int> ReceiveAsync() => ReceiveAsync(Office);

    public static Task<int> ReceiveAsync(Office office)
    {
        var queue = new Mock<QueueClient>();
        var service = new Mock<QueueServiceClient>();
        service.Setup(s => s.GetQueueClient(It.IsAny<string>())).Returns(queue.Object);
        var containers = new BlobContainers(office.Storage.BlobService);
        var queues = new StepQueues(service.Object);
        var recorder = new ArrivalRecorder(
            office.Ledger, new OriginalStore(containers), queues, new DocumentMover(office.Ledger, queues, office.Time), office.Time);
        var receive = new ReceiveHandler(
            office.Ledger, recorder, new MalwareScan(Microsoft.Extensions.Options.Options.Create(new QuarantineOptions()), office.Time),
            Microsoft.Extensions.Options.Options.Create(new IntakeOptions { EmptyFileGrace = TimeSpan.Zero }), office.Time);
        return new Reconciliation(containers, receive).SweepAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Everything that has arrived, in all places.</summary>
    public async Task<IReadOnlyList<Arrival>> ArrivalsAsync() =>
    [
        .. await Office.Ledger.ListAsync<Arrival>(Office.Case.Id, TestContext.Current.CancellationToken),
        .. await Office.Ledger.ListAsync<Arrival>(LedgerKeys.Unassigned, TestContext.Current.CancellationToken),
    ];

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
