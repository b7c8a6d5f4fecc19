using Microsoft.Extensions.Options;
using Remiss.Compilation.Docx;

namespace Remiss.Compilation;

/// <summary>The template in the settings.</summary>
public sealed class TemplateFile(IOptions<CompilationOptions> options)
{
    public Task<ReportTemplate> ReadAsync(CancellationToken cancellationToken) => options.Value.Template is { Length: > 0 } path
        ? ReadAsync(path, cancellationToken)
        : Task.FromResult(ReportTemplate.Default);

    /// <exception cref="InvalidTemplateException">It is not there, or cannot carry the report.</exception>
    public static async Task<ReportTemplate> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return ReportTemplate.Read(path, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new InvalidTemplateException(path, ["mallen finns inte eller kan inte läsas. Kontrollera sökvägen."]);
        }
    }
}
