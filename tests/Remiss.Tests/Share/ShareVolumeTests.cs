using System.Diagnostics;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Notifications.Graph;
using Remiss.Share;
using Remiss.Storage;
using Remiss.Tests.Storage;

namespace Remiss.Tests.Share;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Much, and large: measured alone, since all tests of a process share its memory.</summary>
[Collection(nameof(Alone))]
public sealed class ShareVolumeTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_files_are_all_copied_once_with_flat_memory_and_looked_through_again_without_a_copy()
    {
        const int Files = 10_000;
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.PageSize = 200;
        for (var i = 0; i < Files; i++) library.Drive.Put($"ks-2023-740/{(i % 2 == 0 ? "sisab" : "stockholmshem")}/mapp {i / 500}/Svar på fråga {i}.pdf", Encoding.UTF8.GetBytes($"{i}"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();

        await library.CopyAsync();

        var copied = clock.Elapsed;
        var kept = library.Office.Storage.Inbox.Sum(f => (long)f.Content.Length) + Files * 2_000L;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        library.Drive.Forget();
        await library.CopyAsync();

        var arrivals = library.Office.Storage.Inbox.Select(f => Origin.FromMetadata(f.Metadata)!).ToList();
        Assert.Equal(Files, arrivals.Select(a => a.Item).Distinct().Count());
        Assert.Equal(Files, arrivals.Count);
        Assert.Equal(Files, library.Drive.Fetched.Count);
        Assert.InRange(grown, 0, 100_000_000);
        output.WriteLine($"{Files} files in {copied.TotalSeconds:0} s, then looked through again: {Files - arrivals.Count} lost, {arrivals.Count - arrivals.Select(a => a.Item).Distinct().Count()} twice; "
            + $"{grown / 1e6:0} MB more on the heap, of which the storage in memory holds about {kept / 1e6:0}");
    }

    [Fact]
    public async Task A_hundred_megabytes_pass_through_in_pieces_and_are_checked_against_the_librarys_sum()
    {
        const long Length = 100L << 20;
        await using var library = await LibraryOffice.OpenAsync();
        library.Drive.Put("ks-2023-740/sisab/Stor bilaga.pdf", Length, () => new Pattern(Length), HashOf(new Pattern(Length)));
        library.Drive.Put("ks-2023-740/sisab/Liten.pdf", "x"u8.ToArray());
        using var sink = new Sink();
        var inbox = new InboxWriter(new BlobContainers(new BlobServiceClient(new Uri("https://sink.example/"), new BlobClientOptions { Transport = sink })));
        var graph = GraphConnection.Open(library.Server.BaseUrl, new AnonymousAuthenticationProvider(), library.Office.Time);
        var run = new ShareRun(
            new(() => graph), Options.Create(library.Options), new CaseFolders(library.Office.Ledger, library.Office.Time, NullLogger<CaseFolders>.Instance),
            new DeltaWalk(library.Office.Ledger, library.Office.Time, NullLogger<DeltaWalk>.Instance), inbox, library.Office.Time);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);

        await run.RunAsync(Cancel);

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        output.WriteLine($"{Length >> 20} MB: {allocated / 1048576.0:0.0} MB allocated in all, at most {(sink.Highest - before) / 1048576.0:0.0} MB more on the heap, "
            + $"{sink.Pieces} pieces of at most {sink.Largest / 1048576.0:0.0} MB");
        Assert.Equal(Length + 1, sink.Taken);
        Assert.InRange(sink.Largest, 1, InboxWriter.PieceSize);
        Assert.InRange(sink.Pieces, Length / InboxWriter.PieceSize, 2 * Length / InboxWriter.PieceSize);
        Assert.InRange(allocated, 0, Length / 2);
    }

    private static string HashOf(Stream content)
    {
        var hash = new QuickXorHash();
        var buffer = new byte[1 << 20];
        for (int read; (read = content.Read(buffer)) > 0;) hash.Append(buffer.AsSpan(0, read));
        return hash.Finish();
    }

    /// <summary>So many bytes, none of which is kept.</summary>
    private sealed class Pattern(long length) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - at);
            for (var i = 0; i < count; i++) buffer[i] = (byte)((at + i) * 31 >> 3);
            at += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>A storage that takes everything through the real client and keeps nothing.</summary>
    private sealed class Sink : HttpPipelineTransport, IDisposable
    {
        private readonly HttpClientTransport requests = new();

        public long Taken { get; private set; }

        public long Largest { get; private set; }

        public int Pieces { get; private set; }

        public long Highest { get; private set; }

        public override Request CreateRequest() => requests.CreateRequest();

        public void Dispose() => requests.Dispose();

        public override void Process(HttpMessage message) => throw new NotSupportedException("The product calls the storage asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            var isList = message.Request.Uri.ToString().Contains("comp=blocklist", StringComparison.Ordinal);
            var counted = new Counted();
            if (message.Request.Content is { } content) await content.WriteToAsync(counted, message.CancellationToken);
            lock (requests)
            {
                Highest = Math.Max(Highest, GC.GetTotalMemory(forceFullCollection: false));
                if (!isList)
                {
                    Taken += counted.Length;
                    Largest = Math.Max(Largest, counted.Length);
                    Pieces++;
                }
            }

            message.Response = new StorageResponse(201, ("ETag", "\"1\""), ("Last-Modified", "Mon, 02 Oct 2023 09:00:00 GMT"));
        }

        private sealed class Counted : Stream
        {
            private long length;

            public override bool CanRead => false;

            public override bool CanSeek => false;

            public override bool CanWrite => true;

            public override long Length => length;

            public override long Position
            {
                get => length;
                set => throw new NotSupportedException();
            }

            public override void Flush()
            {
            }

            public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();

            public override void Write(byte[] buffer, int offset, int count) => length += count;
        }
    }
}
