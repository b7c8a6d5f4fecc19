using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Remiss;

/// <summary>How the product writes JSON everywhere: camelCase members, snake_case labels, Swedish letters as they are.</summary>
public static class RemissJson
{
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>For files that a person edits: as <see cref="Indented"/>, without members that have no value.</summary>
    public static JsonSerializerOptions File { get; } = Create(indented: true, JsonIgnoreCondition.WhenWritingNull);

    /// <summary>The label as it stands in data and on the command line: <c>TillstyrkerMedSynpunkter</c> → <c>tillstyrker_med_synpunkter</c>.</summary>
    public static string Label<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static JsonSerializerOptions Create(bool indented, JsonIgnoreCondition ignored = JsonIgnoreCondition.Never)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            DefaultIgnoreCondition = ignored,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
