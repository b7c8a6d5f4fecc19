using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Remiss.Compilation;
using Remiss.Compilation.Docx;
using Remiss.Intake.Classification;
using Remiss.Storage;

namespace Remiss.Tests.Compilation;

public sealed class CompileHandlerTests : IDisposable
{
    private readonly CaseInProgress inProgress = new();
    private readonly Dictionary<string, byte[]> blobs = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-compile-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_draft_is_stored_as_the_ledger_the_register_and_the_texts_say()
    {
        AddAnswers();

        var report = await CreateTarget().CompileAsync("ks-2023-740", coordinator: null, TestContext.Current.CancellationToken);

        using var expected = new MemoryStream();
        ReportWriter.Write(inProgress.Compile(), expected);
        Assert.Equal("ks-2023-740/tjansteutlatande.docx", report!.BlobName);
        Assert.Equal(expected.ToArray(), report.Document);
        Assert.Equal(expected.ToArray(), blobs["compiled/ks-2023-740/tjansteutlatande.docx"]);
    }

    [Fact]
    public async Task The_coordinator_who_compiles_signs()
    {
        AddAnswers();
        var other = CaseInProgress.Coordinator with { Name = "Olle Annansson" };

        var report = await CreateTarget().CompileAsync("ks-2023-740", other, TestContext.Current.CancellationToken);

        Assert.Equal("Olle Annansson", report!.Model.Heading.Coordinator);
    }

    [Fact]
    public async Task A_case_that_is_not_registered_gives_nothing()
    {
        Assert.Null(await CreateTarget(withCase: false).CompileAsync("ks-2023-741", coordinator: null, TestContext.Current.CancellationToken));
        Assert.Empty(blobs);
    }

    [Fact]
    public async Task Originals_are_written_beside_the_report_byte_for_byte_and_earlier_bilagor_are_gone()
    {
        AddAnswers();
        var bilagor = folder.CreateSubdirectory("bilagor").FullName;
        await File.WriteAllTextAsync(Path.Combine(bilagor, "Bilaga 9 SISAB.pdf"), "old", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(bilagor, "egna anteckningar.txt"), "kept", TestContext.Current.CancellationToken);
        var target = CreateTarget();
        var report = await target.CompileAsync("ks-2023-740", coordinator: null, TestContext.Current.CancellationToken);

        var written = await target.ExportAsync(report!, folder.FullName, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "tjansteutlatande.docx",
                Path.Combine("bilagor", "Bilaga 1 SISAB.pdf"),
                Path.Combine("bilagor", "Bilaga 2a AB Stockholmshem.docx"),
                Path.Combine("bilagor", "Bilaga 2b AB Stockholmshem.pdf"),
            ],
            written);
        Assert.Equal(
            ["Bilaga 1 SISAB.pdf", "Bilaga 2a AB Stockholmshem.docx", "Bilaga 2b AB Stockholmshem.pdf", "egna anteckningar.txt"],
            Directory.GetFiles(bilagor).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var answer = inProgress.Ledger.Recipients[0].Answer!;
        Assert.Equal(blobs[$"originals/{answer}"], await File.ReadAllBytesAsync(Path.Combine(folder.FullName, written[1]), TestContext.Current.CancellationToken));
        using var document = WordprocessingDocument.Open(Path.Combine(folder.FullName, written[0]), isEditable: false);
        Assert.Contains("Vi tillstyrker.", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    private void AddAnswers()
    {
        inProgress.Recipient("sisab", "SISAB").Recipient("hem", "AB Stockholmshem").Recipient("tyst");
        inProgress.Counts(inProgress.Add("sisab", stance: Stance.Tillstyrker, text: "Vi tillstyrker.", passages: ["Vi tillstyrker."]));
        inProgress.Counts(inProgress.Add("hem", text: "Vi lämnar synpunkter.", format: "docx", parent: "mail"));
        inProgress.Add("hem", type: DocumentType.Bilaga, fileName: "karta.pdf", parent: "mail");
        foreach (var document in inProgress.Ledger.Documents)
        {
            blobs[$"originals/{document.Sha256}"] = Encoding.UTF8.GetBytes($"%PDF {document.Path}");
            var text = new StoredText(inProgress.Texts[document.Sha256], Mail: null, []);
            blobs[$"text/{document.Sha256}.json"] = BinaryData.FromObjectAsJson(text, RemissJson.Options).ToArray();
        }
    }

    private CompileHandler CreateTarget(bool withCase = true)
    {
        var ledger = inProgress.Ledger;
        List<TableEntity> rows =
        [
            EntityCodec.Encode(ledger.Case.Id, LedgerKeys.Case, ledger.Case),
            .. ledger.Recipients.Select(r => EntityCodec.Encode(ledger.Case.Id, LedgerKeys.Recipient(r.Organisation), r)),
            .. ledger.Documents.Select(d => EntityCodec.Encode(ledger.Case.Id, LedgerKeys.Document(d), d)),
        ];
        var tables = new Mock<TableServiceClient>();
        tables.Setup(t => t.GetTableClient(It.IsAny<string>())).Returns(Table([]));
        tables.Setup(t => t.GetTableClient("ledger")).Returns(Table(withCase ? rows : []));
        tables.Setup(t => t.GetTableClient("register"))
            .Returns(Table([.. inProgress.Register.Organisations.Select(o => EntityCodec.Encode("organisation", o.Id, o))]));
        var service = new Mock<BlobServiceClient>();
        service.Setup(s => s.GetBlobContainerClient(It.IsAny<string>())).Returns<string>(Container);
        var containers = new BlobContainers(service.Object);
        return new(
            new RemissLedger(tables.Object),
            new TextStore(containers),
            new OriginalStore(containers),
            containers,
            new FakeTimeProvider(CaseInProgress.CompiledAt));
    }

    private static TableClient Table(IReadOnlyList<TableEntity> rows)
    {
        var table = new Mock<TableClient>();
        table.Setup(t => t.QueryAsync<TableEntity>(It.IsAny<string>(), It.IsAny<int?>(), It.IsAny<IEnumerable<string>>(), It.IsAny<CancellationToken>()))
            .Returns(() => AsyncPageable<TableEntity>.FromPages([Page<TableEntity>.FromValues(rows, null, Mock.Of<Response>())]));
        return table.Object;
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
            .Callback<BinaryData, BlobUploadOptions, CancellationToken>((content, _, _) => blobs[path] = content.ToArray())
            .ReturnsAsync(Mock.Of<Response<BlobContentInfo>>());
        blob.Setup(b => b.DownloadContentAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => Response.FromValue(
                BlobsModelFactory.BlobDownloadResult(content: BinaryData.FromBytes(blobs[path])), Mock.Of<Response>()));
        blob.Setup(b => b.DownloadToAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<string, CancellationToken>(async (file, cancellationToken) =>
            {
                await File.WriteAllBytesAsync(file, blobs[path], cancellationToken);
                return Mock.Of<Response>();
            });
        return blob.Object;
    }
}
