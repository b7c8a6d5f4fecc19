using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Compilation;
using Remiss.Compilation.Docx;
using Remiss.Compilation.Pdf;
using Remiss.Intake.Classification;

namespace Remiss.Tests.Compilation;

public sealed class PdfTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-pdf-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_pdf_is_tagged_and_in_Swedish_and_carries_the_title()
    {
        Assert.SkipUnless(IsInstalled("soffice"), "LibreOffice is missing: apt-get install libreoffice-writer");
        var report = await ReportAsync();

        Assert.True(await Converter("soffice", TimeSpan.FromMinutes(2)).ConvertAsync(report, folder.FullName, TestContext.Current.CancellationToken));

        var pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.ChangeExtension(report, ".pdf"), TestContext.Current.CancellationToken));
        Assert.Contains("/MarkInfo<</Marked true>>", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang(sv-SE)", pdf, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_office_there_is_no_pdf()
    {
        Assert.False(await Converter("no-such-office", TimeSpan.FromSeconds(5)).ConvertAsync(await ReportAsync(), folder.FullName, TestContext.Current.CancellationToken));

        Assert.Empty(folder.GetFiles("*.pdf"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task An_office_that_takes_too_long_is_killed()
    {
        var office = Path.Combine(folder.FullName, "office");
        var pid = Path.Combine(folder.FullName, "pid");
        await File.WriteAllTextAsync(office, $"#!/bin/sh\necho $$ > '{pid}'\nsleep 600\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(office, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.False(await Converter(office, TimeSpan.FromSeconds(2)).ConvertAsync(await ReportAsync(), folder.FullName, TestContext.Current.CancellationToken));

        var number = int.Parse(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(number));
    }

    private static PdfConverter Converter(string office, TimeSpan limit) =>
        new(Options.Create(new CompilationOptions { Office = office, OfficeTimeLimit = limit }), NullLogger<PdfConverter>.Instance);

    private async Task<string> ReportAsync()
    {
        var inProgress = new CaseInProgress().Recipient("a", "A AB");
        inProgress.Counts(inProgress.Add("a", stance: Stance.Tillstyrker, text: "Vi tillstyrker.", passages: ["Vi tillstyrker."]));
        var path = Path.Combine(folder.FullName, "tjansteutlatande.docx");
        await using var file = File.Create(path);
        ReportWriter.Write(inProgress.Compile(), file);
        return path;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
