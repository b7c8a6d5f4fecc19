using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remiss.Intake.Extraction;

/// <param name="Path">The file to read.</param>
/// <param name="AttachmentsFolder">An existing, empty folder.</param>
/// <param name="FileName">The name that the sender gave it; only its ending is looked at.</param>
public sealed record ExtractionRequest(string Path, string AttachmentsFolder, string FileName)
{
    public ExtractionWay Way { get; init; }

    /// <summary>Set for <see cref="ExtractionWay.Scan"/> and <see cref="ExtractionWay.Picture"/>.</summary>
    public ScanOrder? Scan { get; init; }

    /// <summary>Set for <see cref="ExtractionWay.Picture"/>; from 1.</summary>
    public int Page { get; init; }
}

public enum ExtractionWay
{
    Read,

    /// <summary>A PDF by another program, because the first reading failed or found too little.</summary>
    SecondEngine,

    /// <summary>Pictures of text, by OCR.</summary>
    Scan,

    /// <summary>A page of a PDF or of a scan as a picture, which comes as the only attachment.</summary>
    Picture,
}

/// <param name="Language">As tesseract names it: <c>swe</c>.</param>
/// <param name="Pages">From 1; empty for all.</param>
/// <param name="PagesAtOnce">Each is one process of tesseract.</param>
/// <param name="PageSeconds">A page that takes longer is left unread.</param>
public sealed record ScanOrder(string Language, IReadOnlyList<int> Pages, int PagesAtOnce, double PageSeconds);

/// <summary>
/// What parent and child say to each other: the child greets with <see cref="Ready"/> and the walls that stand around it when it has
/// started, then answers each request, one JSON line, with one <see cref="ExtractionResult"/>, one JSON line. It ends when its standard input does.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ExtractionRequest))]
[JsonSerializable(typeof(ExtractionResult))]
public sealed partial class ExtractionProtocol : JsonSerializerContext
{
    public const string Ready = "ready";

    /// <summary>The child ends with this code when the machine fails it (a full disk), not the file.</summary>
    public const int MachineFailed = 74;

    private static ExtractionProtocol? json;

    public static string Greeting(IEnumerable<string> walls) => string.Join(' ', walls.Prepend(Ready));

    /// <summary>Swedish letters as they are: escaping them would double the answer.</summary>
    public static ExtractionProtocol Json =>
        json ??= new ExtractionProtocol(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
