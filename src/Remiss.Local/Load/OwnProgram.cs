using System.Diagnostics;

namespace Remiss.Local.Load;

/// <summary>This program, once more as a process of its own.</summary>
internal static class OwnProgram
{
    /// <param name="program">Another build of it, or the one that runs.</param>
    public static ProcessStartInfo Command(string program, string folder, params string[] arguments)
    {
        var isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new(program, isHosted ? [typeof(OwnProgram).Assembly.Location, .. arguments] : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
    }
}
