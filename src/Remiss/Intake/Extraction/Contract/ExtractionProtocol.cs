using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remiss.Intake.Extraction;

/// <param name="Path">The file to read.</param>
/// <param name="AttachmentsFolder">An existing, empty folder.</param>
/// <param name="FileName">The name that the sender gave it; only its ending is looked at.</param>
public sealed record ExtractionRequest(string Path, string AttachmentsFolder, string FileName);

/// <summary>
/// What parent and child say to each other: the child writes <see cref="Ready"/> when it has started, then answers each request, one
/// JSON line, with one <see cref="ExtractionResult"/>, one JSON line. It ends when its standard input does.
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

    /// <summary>Swedish letters as they are: escaping them would double the answer.</summary>
    public static ExtractionProtocol Json =>
        json ??= new ExtractionProtocol(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
