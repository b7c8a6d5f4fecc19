using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Remiss.Cases;

/// <summary>Reads a JSON file that a person wrote and holds it against its published schema (docs/schemas).</summary>
internal static class JsonFile
{
    public static async Task<T> ReadAsync<T>(string path, string schemaName, Func<T, IEnumerable<string>> check, CancellationToken cancellationToken) =>
        await ParseAsync(await ReadTextAsync(path, cancellationToken), path, schemaName, check, cancellationToken);

    /// <param name="path">What the text is called in errors.</param>
    public static async Task<T> ParseAsync<T>(
        string text, string path, string schemaName, Func<T, IEnumerable<string>> check, CancellationToken cancellationToken)
    {
        CheckSyntax(text, path);
        var errors = (await LoadSchemaAsync(schemaName, cancellationToken)).Validate(text).SelectMany(Leaves).Select(Tell).ToList();
        if (errors.Count > 0) throw new InvalidFileException(path, errors);

        var value = JsonSerializer.Deserialize<T>(text, RemissJson.Options)!;
        errors = [.. check(value)];
        return errors.Count > 0 ? throw new InvalidFileException(path, errors) : value;
    }

    private static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidFileException(path, ["filen finns inte. Kontrollera sökvägen."]);
        }
    }

    private static void CheckSyntax(string text, string path)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new InvalidFileException(path, [$"rad {e.LineNumber + 1}, tecken {e.BytePositionInLine + 1}: inte giltig JSON. Rätta och försök igen."]);
        }
    }

    private static async Task<JsonSchema> LoadSchemaAsync(string name, CancellationToken cancellationToken)
    {
        await using var stream = typeof(JsonFile).Assembly.GetManifestResourceStream(name)!;
        return await JsonSchema.FromJsonAsync(stream, cancellationToken);
    }

    private static IEnumerable<ValidationError> Leaves(ValidationError error) => error is ChildSchemaValidationError parent
        ? parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves)
        : [error];

    private static string Tell(ValidationError error)
    {
        var schema = error.Schema.ActualSchema;
        var expected = error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => "fältet saknas",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => "fältet är okänt; ta bort det eller rätta stavningen",
            ValidationErrorKind.StringExpected => "en text väntades",
            ValidationErrorKind.ArrayExpected => "en lista väntades",
            ValidationErrorKind.ObjectExpected => "ett objekt väntades",
            ValidationErrorKind.StringTooShort => $"minst {schema.MinLength} tecken väntades",
            ValidationErrorKind.StringTooLong => $"högst {schema.MaxLength} tecken väntades",
            ValidationErrorKind.TooFewItems => $"minst {schema.MinItems} väntades",
            ValidationErrorKind.TooManyItems => $"högst {schema.MaxItems} väntades",
            ValidationErrorKind.ItemsNotUnique => "varje värde får stå bara en gång",
            ValidationErrorKind.NotInEnumeration => $"ett av {string.Join(", ", schema.Enumeration)} väntades",
            _ => schema.ExtensionData?.TryGetValue("x-expected", out var text) == true ? $"{text} väntades" : $"fel värde ({error.Kind})",
        };
        var field = (error.Path ?? "").TrimStart('#', '/');
        return $"rad {error.LineNumber}: {(field.Length == 0 ? "hela filen" : field)}: {expected}";
    }
}
