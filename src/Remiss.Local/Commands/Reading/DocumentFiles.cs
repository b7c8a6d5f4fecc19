namespace Remiss.Local.Commands.Reading;

/// <summary>The files that the paths on a command line mean: folders are read recursively, in name order.</summary>
internal static class DocumentFiles
{
    /// <exception cref="UserErrorException">A path leads nowhere.</exception>
    public static IReadOnlyList<string> Under(IEnumerable<string> paths) => [.. paths.SelectMany(Under)];

    private static IEnumerable<string> Under(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new UserErrorException($"{path}: filen eller mappen finns inte. Kontrollera sökvägen.");

        return Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .Order(StringComparer.Ordinal);
    }
}
