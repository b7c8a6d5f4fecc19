extern alias InProcess;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Remiss.Compilation.Docx;
using Remiss.Compilation.Report;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Organisations;
using Remiss.Intake.Classification.Structure;
using Remiss.Reminders;
using ExtractionLimits = InProcess::Remiss.Extractor.ExtractionLimits;
using Sniffer = InProcess::Remiss.Extractor.Sniffing.Sniffer;

namespace Remiss.Benchmarks;

/// <summary>What every document and every page goes through, each piece by itself.</summary>
[MemoryDiagnoser]
public class HotCode
{
    private readonly DocumentClassifier classifier = new();
    private readonly ExtractionLimits limits = new();
    private byte[] megabyte = [];
    private byte[] word = [];
    private string[] pdf = [];
    private string[] docx = [];
    private string attachments = "";
    private MeasuredCase matter = null!;
    private DocumentOutline outline = null!;

    public static void Run() => BenchmarkRunner.Run<HotCode>(ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.Console)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Directory.CreateTempSubdirectory("remiss-bench-").FullName));

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        megabyte = RandomNumberGenerator.GetBytes(1 << 20);
        pdf = [Bench.Samples("Begäran*.pdf")[0]];
        docx = [Bench.Samples("Remissvar Svenska*.docx")[0]];
        word = await File.ReadAllBytesAsync(docx[0]);
        attachments = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        matter = await MeasuredCase.ReadAsync();
        outline = DocumentOutline.Read(matter.TwentyPages);
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(attachments, recursive: true);

    [Benchmark(Description = "hash, 1 MB")]
    public byte[] Hash() => SHA256.HashData(megabyte);

    [Benchmark(Description = "sniff a DOCX")]
    public string Sniff() => Sniffer.Sniff(new MemoryStream(word), limits);

    [Benchmark(Description = "extract a PDF page")]
    public void ExtractPdf() => Bench.ReadHere(pdf, attachments);

    [Benchmark(Description = "extract a DOCX letter")]
    public void ExtractDocx() => Bench.ReadHere(docx, attachments);

    [Benchmark(Description = "classify a letter")]
    public object ClassifyLetter() => classifier.Classify(matter.Letter, matter.Context);

    [Benchmark(Description = "classify 20 pages")]
    public object ClassifyTwentyPages() => classifier.Classify(matter.TwentyPages, matter.Context);

    [Benchmark(Description = "register match, 20 pages")]
    public object RegisterMatch() => OrganisationRules.Decide(outline, matter.Context, new Matter(matter.Ledger.Case.CoordinatingBody, matter.Ledger.Case.Title, IsCompiledReport: false));

    [Benchmark(Description = "reminder policy, 200 recipients")]
    public int Policy()
    {
        var due = 0;
        foreach (var recipient in matter.Waiting)
            due += ReminderPolicy.Decide(recipient, [], [], MeasuredCase.Contacts, matter.Ledger.Case.Coordinators, MeasuredCase.Now, MeasuredCase.Schedule).Due.Count;
        return due;
    }

    [Benchmark(Description = "compile a report to DOCX")]
    public long Compile()
    {
        using var file = new MemoryStream();
        ReportWriter.Write(ReportBuilder.Build(matter.Ledger, matter.Register, matter.Texts, MeasuredCase.Now, matter.Ledger.Case.Coordinators[0]), file);
        return file.Length;
    }
}
