using System.IO.Compression;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Intake.Classification;
using DocumentType = Remiss.Intake.Classification.DocumentType;

namespace Remiss.Tests.Compilation;

public sealed class ReportExportTests : IDisposable
{
    private readonly CaseInProgress inProgress = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-compile-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Originals_are_written_beside_the_report_byte_for_byte_and_earlier_bilagor_are_gone()
    {
        AddAnswers();
        var bilagor = folder.CreateSubdirectory("bilagor").FullName;
        await File.WriteAllTextAsync(Path.Combine(bilagor, "Bilaga 9 SISAB.pdf"), "old", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(bilagor, "egna anteckningar.txt"), "kept", TestContext.Current.CancellationToken);

        var written = await WriteAsync();

        Assert.Equal(
            [
                "tjansteutlatande.docx",
                "Bilageförteckning.docx",
                Path.Combine("bilagor", "Bilaga 1 SISAB.pdf"),
                Path.Combine("bilagor", "Bilaga 2a AB Stockholmshem.docx"),
                Path.Combine("bilagor", "Bilaga 2b AB Stockholmshem.pdf"),
                "tjansteutlatande-ks-2023-740.zip",
                "val.json",
            ],
            written);
        Assert.Equal(
            ["Bilaga 1 SISAB.pdf", "Bilaga 2a AB Stockholmshem.docx", "Bilaga 2b AB Stockholmshem.pdf", "egna anteckningar.txt"],
            Directory.GetFiles(bilagor).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            inProgress.Originals[inProgress.Ledger.Recipients[0].Answer!],
            await File.ReadAllBytesAsync(Path.Combine(folder.FullName, written[2]), TestContext.Current.CancellationToken));
        using var document = WordprocessingDocument.Open(Path.Combine(folder.FullName, written[0]), isEditable: false);
        Assert.Contains("Vi tillstyrker.", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_archive_holds_the_report_the_front_list_and_every_bilaga_and_is_the_same_each_time()
    {
        AddAnswers();

        var written = await WriteAsync();

        var path = Path.Combine(folder.FullName, "tjansteutlatande-ks-2023-740.zip");
        var first = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        using (var archive = ZipFile.OpenRead(path))
        {
            Assert.Equal(written.SkipLast(2).Select(w => w.Replace('\\', '/')), archive.Entries.Select(e => e.FullName));
            foreach (var entry in archive.Entries)
            {
                using var content = new MemoryStream();
                await entry.Open().CopyToAsync(content, TestContext.Current.CancellationToken);
                Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, entry.FullName), TestContext.Current.CancellationToken), content.ToArray());
            }
        }

        await WriteAsync();
        Assert.Equal(first, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_front_list_gives_each_file_with_its_hash_and_its_arrival_in_Swedish_time()
    {
        AddAnswers();
        await WriteAsync();

        using var document = WordprocessingDocument.Open(Path.Combine(folder.FullName, "Bilageförteckning.docx"), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        var table = Assert.Single(document.MainDocumentPart!.Document!.Descendants<Table>());
        var rows = table.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray()).ToList();
        Assert.Equal(["Bilaga", "Remissinstans", "Fil", "Inkom", "SHA-256"], rows[0]);
        Assert.Equal(["1", "2a", "2b"], rows.Skip(1).Select(r => r[0]));
        Assert.All(rows.Skip(1), row =>
        {
            var file = Path.Combine(folder.FullName, "bilagor", row[2]);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), row[4]);
            Assert.Equal("2023-09-20 10:15", row[3]);
        });
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal("Förteckning över bilagor, dnr KS 2023/740", document.PackageProperties.Title);
    }

    [Fact]
    public async Task An_original_that_is_not_what_its_name_says_is_never_handed_on()
    {
        AddAnswers();
        inProgress.Originals[inProgress.Ledger.Recipients[0].Answer!] = [1, 2, 3];

        await Assert.ThrowsAsync<InvalidDataException>(WriteAsync);

        Assert.Empty(Directory.GetFiles(Path.Combine(folder.FullName, "bilagor")));
    }

    private async Task<IReadOnlyList<string>> WriteAsync()
    {
        var stored = await StoredCase.OfAsync(inProgress);
        var report = await stored.Compile.CompileAsync("ks-2023-740", coordinator: null, TestContext.Current.CancellationToken);
        return await stored.Export.WriteAsync(report!, folder.FullName, TestContext.Current.CancellationToken);
    }

    private void AddAnswers()
    {
        inProgress.Recipient("sisab", "SISAB").Recipient("hem", "AB Stockholmshem").Recipient("tyst");
        inProgress.Counts(inProgress.Add("sisab", stance: Stance.Tillstyrker, text: "Vi tillstyrker.", passages: ["Vi tillstyrker."]));
        inProgress.Counts(inProgress.Add("hem", text: "Vi lämnar synpunkter.", format: "docx", parent: "mail"));
        inProgress.Add("hem", type: DocumentType.Bilaga, fileName: "karta.pdf", parent: "mail");
    }
}
