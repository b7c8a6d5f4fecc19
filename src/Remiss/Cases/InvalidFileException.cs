namespace Remiss.Cases;

/// <summary>A file that a person wrote is not what it should be. The message holds every error, one a line: file, field, what was expected.</summary>
public sealed class InvalidFileException(string file, IReadOnlyList<string> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(e => $"{file}: {e}")))
{
    public IReadOnlyList<string> Errors => errors;
}
