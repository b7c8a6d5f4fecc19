using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Remiss.Compilation;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Pdf;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Compilation;

/// <summary>A case as the storage holds it, and the handlers on it.</summary>
internal sealed class StoredCase
{
    private readonly MemoryStorage storage = new();
    private readonly BlobContainers containers;

    public StoredCase()
    {
        var service = new Mock<BlobServiceClient>();
        service.Setup(s => s.GetBlobContainerClient(It.IsAny<string>())).Returns<string>(Container);
        containers = new(service.Object);
        Ledger = new(storage.Tables);
        Records = new(Ledger, containers);
        Reader = new(Ledger, new TextStore(containers), Records);
    }

    /// <summary><c>{container}/{name}</c>.</summary>
    public Dictionary<string, byte[]> Blobs { get; } = [];

    public CompilationOptions Options { get; } = new() { Office = "no-such-office" };

    public FakeTimeProvider Time { get; } = new(CaseInProgress.CompiledAt);

    public RemissLedger Ledger { get; }

    public ReportRecords Records { get; }

    public ReportSourceReader Reader { get; }

    public CompileHandler Compile => new(Reader, Template, containers, Time);

    public ReportExport Export => new(new OriginalStore(containers), new PdfConverter(Wrapped, NullLogger<PdfConverter>.Instance));

    public ChoicesHandler Choices => new(Reader, Records, Time);

    public AttestHandler Attest => new(Reader, Template, Records, Time);

    private TemplateFile Template => new(Wrapped);

    private IOptions<CompilationOptions> Wrapped => Microsoft.Extensions.Options.Options.Create(Options);

    public static async Task<StoredCase> OfAsync(CaseInProgress inProgress)
    {
        var stored = new StoredCase();
        await stored.PutAsync(inProgress);
        return stored;
    }

    /// <summary>Adds what is new and replaces what has changed.</summary>
    public async Task PutAsync(CaseInProgress inProgress)
    {
        var ledger = inProgress.Ledger;
        foreach (var organisation in inProgress.Register.Organisations) await Ledger.SaveAsync(organisation, default);
        await PutAsync(ledger.Case.Id, LedgerKeys.Case, ledger.Case);
        foreach (var recipient in ledger.Recipients) await PutAsync(ledger.Case.Id, LedgerKeys.Recipient(recipient.Organisation), recipient);
        foreach (var document in ledger.Documents) await PutAsync(ledger.Case.Id, LedgerKeys.Document(document), document);
        foreach (var (sha256, content) in inProgress.Originals) Blobs[$"originals/{sha256}"] = content;
        foreach (var (sha256, text) in inProgress.Texts)
            Blobs[$"text/{sha256}.json"] = BinaryData.FromObjectAsJson(new StoredText(text, Mail: null, []), RemissJson.Options).ToArray();
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() => await Ledger.ListAsync<AuditEntry>("ks-2023-740", default);

    private async Task PutAsync<T>(string partition, string key, T row)
    {
        var before = await Ledger.FindAsync<T>(partition, key, default);
        var change = Ledger.Change(partition);
        if (before is null) change.Insert(key, row);
        else change.Replace(key, before, row);
        Assert.True(await change.CommitAsync(default));
    }

    private BlobContainerClient Container(string container)
    {
        var client = new Mock<BlobContainerClient>();
        client.Setup(c => c.GetBlobClient(It.IsAny<string>())).Returns<string>(name => Blob($"{container}/{name}"));
        return client.Object;
    }

    private BlobClient Blob(string path)
    {
        var blob = new Mock<BlobClient>();
        blob.Setup(b => b.UploadAsync(It.IsAny<BinaryData>(), It.IsAny<BlobUploadOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((BinaryData content, BlobUploadOptions options, CancellationToken _) =>
            {
                if (options.Conditions?.IfNoneMatch == ETag.All && Blobs.ContainsKey(path))
                    throw new RequestFailedException(409, "exists", BlobErrorCode.BlobAlreadyExists.ToString(), null);
                Blobs[path] = content.ToArray();
                return Mock.Of<Response<BlobContentInfo>>();
            });
        blob.Setup(b => b.DownloadContentAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => Response.FromValue(
                BlobsModelFactory.BlobDownloadResult(content: BinaryData.FromBytes(Blobs[path])), Mock.Of<Response>()));
        blob.Setup(b => b.DownloadToAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<string, CancellationToken>(async (file, cancellationToken) =>
            {
                await File.WriteAllBytesAsync(file, Blobs[path], cancellationToken);
                return Mock.Of<Response>();
            });
        return blob.Object;
    }
}
