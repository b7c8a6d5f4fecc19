using System.Text.Json.Serialization;

namespace Remiss.Intake.Extraction.Ocr;

/// <summary>What we use of the answer of Document Intelligence, as it is documented for version 2024-11-30.</summary>
internal sealed record AzureAnalysis(string Status, AzureError? Error, AzureResult? AnalyzeResult);

internal sealed record AzureError(string? Code);

internal sealed record AzureResult(IReadOnlyList<AzurePage>? Pages, IReadOnlyList<AzureParagraph>? Paragraphs);

internal sealed record AzurePage(int PageNumber, IReadOnlyList<AzureWord>? Words, IReadOnlyList<AzureLine>? Lines);

internal sealed record AzureWord(string Content, double Confidence);

internal sealed record AzureLine(string Content);

internal sealed record AzureParagraph(string Content, string? Role, IReadOnlyList<AzureRegion>? BoundingRegions);

internal sealed record AzureRegion(int PageNumber);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AzureAnalysis))]
internal sealed partial class AzureOcrJson : JsonSerializerContext;
