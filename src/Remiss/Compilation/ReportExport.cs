using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Remiss.Compilation.Bilagor;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Pdf;
using Remiss.Storage;

namespace Remiss.Compilation;

/// <summary>The draft and everything that goes with it, as files: PDF, bilagor, their list, one ZIP of it all, and the choices to edit.</summary>
public sealed class ReportExport(OriginalStore originals, PdfConverter pdf)
{
    public const string BilagaFolder = "bilagor";
    public const string PdfName = "tjansteutlatande.pdf";
    public const string FrontListName = "Bilageförteckning.docx";
    public const string ChoicesName = "val.json";

    /// <summary>
    /// Writes into <paramref name="folder"/>. What an earlier draft left there under the same names is removed, since its numbers may now
    /// mean another answer.
    /// </summary>
    /// <returns>Paths below the folder, the report first.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(CompiledReport report, string folder, CancellationToken cancellationToken)
    {
        var bilagor = Directory.CreateDirectory(Path.Combine(folder, BilagaFolder));
        foreach (var earlier in bilagor.GetFiles("Bilaga *")) earlier.Delete();
        File.Delete(Path.Combine(folder, PdfName));

        List<string> written = [CompileHandler.ReportName];
        await File.WriteAllBytesAsync(Path.Combine(folder, CompileHandler.ReportName), report.Document, cancellationToken);
        if (await pdf.ConvertAsync(Path.Combine(folder, CompileHandler.ReportName), folder, cancellationToken)) written.Add(PdfName);
        await WriteFrontListAsync(report, Path.Combine(folder, FrontListName), cancellationToken);
        written.Add(FrontListName);
        foreach (var bilaga in BilagaNames.Of(report.Model).Where(b => !b.IsSecret))
        {
            var path = Path.Combine(BilagaFolder, bilaga.FileName);
            await FetchAsync(bilaga.Document, Path.Combine(folder, path), cancellationToken);
            written.Add(path);
        }

        var archive = ArchiveName(report.Model.CaseId);
        await PackAsync(folder, written, report.Model.Heading.CompiledAt, Path.Combine(folder, archive), cancellationToken);
        var choices = JsonSerializer.SerializeToUtf8Bytes(EditableChoices.Of(report), RemissJson.Indented);
        await File.WriteAllBytesAsync(Path.Combine(folder, ChoicesName), choices, cancellationToken);
        return [.. written, archive, ChoicesName];
    }

    public static string ArchiveName(string caseId) => $"tjansteutlatande-{caseId}.zip";

    private static async Task WriteFrontListAsync(CompiledReport report, string path, CancellationToken cancellationToken)
    {
        await using var list = File.Create(path);
        using var content = new MemoryStream();
        FrontListWriter.Write(FrontList.Of(report), report, content);
        content.Position = 0;
        await content.CopyToAsync(list, cancellationToken);
    }

    /// <summary>The original as it came in, or nothing.</summary>
    private async Task FetchAsync(string sha256, string path, CancellationToken cancellationToken)
    {
        await originals.FetchAsync(sha256, path, cancellationToken);
        await using var content = File.OpenRead(path);
        var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (actual == sha256) return;

        content.Close();
        File.Delete(path);
        throw new InvalidDataException($"The original {sha256} has the content {actual}. Restore it from a backup before the report is compiled.");
    }

    private static async Task PackAsync(
        string folder, IReadOnlyList<string> files, DateTimeOffset at, string archivePath, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(archivePath);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            var entry = archive.CreateEntry(file.Replace(Path.DirectorySeparatorChar, '/'), CompressionLevel.Optimal);
            entry.LastWriteTime = Docx.PackageBytes.EntryTime(at);
            await using var from = File.OpenRead(Path.Combine(folder, file));
            await using var to = entry.Open();
            await from.CopyToAsync(to, cancellationToken);
        }
    }
}
