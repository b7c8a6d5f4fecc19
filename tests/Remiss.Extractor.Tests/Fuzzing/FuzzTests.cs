using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using Remiss.Extractor.Archives;
using Remiss.Extractor.Doc;
using Remiss.Extractor.Docx;
using Remiss.Extractor.Html;
using Remiss.Extractor.Msg;
using Remiss.Extractor.Odt;
using Remiss.Extractor.PlainText;
using Remiss.Extractor.Rtf;
using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Tests.Mail;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Fuzzing;

/// <summary>
/// Every reader on broken samples. <c>REMISS_FUZZ_SECONDS</c> makes each run that long instead of a few inputs, <c>REMISS_FUZZ_SEED</c> makes it
/// another run, <c>REMISS_FUZZ_FORMATS</c> leaves out all readers but those that it names: <c>pdf,eml</c>.
/// </summary>
public sealed class FuzzTests
{
    private const int FewInputs = 120;

    private static readonly ExtractionLimits Limits = new();

    public static TheoryData<string> Formats => Environment.GetEnvironmentVariable("REMISS_FUZZ_FORMATS") is { Length: > 0 } formats
        ? [.. formats.Split(',')]
        : ["pdf", "docx", "odt", "doc", "rtf", "html", "txt", "eml", "tnef", "msg", "zip"];

    static FuzzTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_broken_file_is_read_or_refused_and_nothing_else(string format)
    {
        var seed = Number("REMISS_FUZZ_SEED") ?? 1;
        var seconds = Number("REMISS_FUZZ_SECONDS");
        var samples = Samples(format);
        var random = new Random(seed);
        var mutation = new Mutation(random);
        var started = Stopwatch.StartNew();
        var slowest = TimeSpan.Zero;
        var inputs = 0;
        using var folder = new TemporaryFolder();
        for (; seconds is { } limit ? started.Elapsed.TotalSeconds < limit : inputs < FewInputs; inputs++)
        {
            var input = mutation.Of(samples[random.Next(samples.Count)], samples[random.Next(samples.Count)]);
            var before = started.Elapsed;
            var unexpected = Read(format, input, folder.Path);
            if (started.Elapsed - before > slowest) slowest = started.Elapsed - before;
            Assert.True(unexpected is null, $"{format}, seed {seed}, input {inputs}: {unexpected}\n{Convert.ToBase64String(input[..Math.Min(input.Length, 3_000)])}");
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz {format}: {inputs} inputs, seed {seed}, slowest {slowest.TotalMilliseconds:0} ms"));
    }

    /// <returns>An exception that no broken file may lead to; the libraries' own are theirs to choose.</returns>
    private static Exception? Read(string format, byte[] input, string folder)
    {
        foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
        try
        {
            using var stream = new MemoryStream(input);
            if (format is "pdf" or "eml" or "tnef") ReadByLibrary(input, folder);
            else Check(ReadOwn(format, stream, folder));
            Sniffer.Sniff(stream, Limits);
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or LimitExceededException or XmlException or EndOfStreamException)
        {
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static ExtractionResult ReadOwn(string format, MemoryStream stream, string folder) => format switch
    {
        "docx" => new DocxReader(Limits).Read(stream, format),
        "odt" => new OdtReader(Limits).Read(stream),
        "doc" => new DocReader(Limits).Read(stream),
        "rtf" => new RtfReader(Limits).Read(stream),
        "html" => new HtmlReader(Limits).Read(stream),
        "txt" => new PlainTextReader(Limits).Read(stream),
        "msg" => new MsgReader(Limits).Read(stream, folder),
        _ => new ZipReader(Limits).Read(stream, folder),
    };

    private static void ReadByLibrary(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "input");
        File.WriteAllBytes(path, input);
        Check(new DocumentReader(Limits).Read(new ExtractionRequest(path, folder, "input")));
    }

    /// <summary>What the parent asks of every answer.</summary>
    private static void Check(ExtractionResult result)
    {
        Assert.True(result.State is ExtractionState.Read || result.Reasons.Count > 0);
        var at = 0;
        foreach (var paragraph in result.Text.Paragraphs)
        {
            Assert.True(paragraph.Start >= at && paragraph.Length > 0 && paragraph.Start + paragraph.Length <= result.Text.Text.Length);
            at = paragraph.Start + paragraph.Length;
        }

        Assert.Equal(result.Text.Text.Length, result.Text.Pages.Sum(page => page.Length));
    }

    private static List<byte[]> Samples(string format)
    {
        if (format is "tnef")
        {
            return
            [
                new TnefFile().Text("Bolaget tillstyrker förslaget.").Attachment("Yttrande.pdf", "%PDF-1.4 Bolaget"u8).Build(),
                new TnefFile().RichText(@"{\rtf1\ansi\ansicpg1252 Bolaget avstyrker f\'f6rslaget.\par}").Build(),
            ];
        }

        var samples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "quality"), "*." + format).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Assert.NotEmpty(samples);
        return samples;
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("remiss-fuzz").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
