namespace Remiss.Infra.Tests;

/// <summary>A copy of the templates to compile in, gone with the test.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private static readonly string[] Endings = [".bicep", ".bicepparam", ".json"];

    public TemplateFolder()
    {
        foreach (var file in Directory.GetFiles(Repository.Infra, "*", SearchOption.AllDirectories))
        {
            if (!Endings.Contains(System.IO.Path.GetExtension(file))) continue;
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.Infra, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var templates = Directory.GetFiles(Path, "*.bicep", SearchOption.AllDirectories);
        Names = [.. templates.Select(file => System.IO.Path.GetRelativePath(Path, file)).Order()];
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("remiss-infra-").FullName;

    public IReadOnlyList<string> Names { get; }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
