using Remiss.Cases;

namespace Remiss.Compilation.Choices;

/// <summary>The coordinator's choices as a file: docs/schemas/choices.schema.json.</summary>
public static class ChoicesFile
{
    /// <exception cref="InvalidFileException">With every error in the file.</exception>
    public static Task<ReportChoices> ReadAsync(string path, CancellationToken cancellationToken) =>
        JsonFile.ReadAsync<ReportChoices>(path, "choices.schema.json", _ => [], cancellationToken);
}
