using System.Diagnostics;

namespace Remiss.Local.Load;

/// <summary>This program, once more as a process of its own.</summary>
internal static class OwnProgram
{
    /// <param name="program">The one that runs, or another build of it: its program or its <c>.dll</c>.</param>
    public static ProcessStartInfo Command(string program, string folder, params string[] arguments)
    {
        var (name, before) = Path.GetExtension(program) == ".dll" ? ("dotnet", [program])
            : Path.GetFileNameWithoutExtension(program) == "dotnet" ? (program, [typeof(OwnProgram).Assembly.Location])
            : (program, Array.Empty<string>());
        return new(name, [.. before, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
    }
}
