using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Remiss.Infra.Tests;

/// <summary>The Bicep command line: on Linux x64 the one of the package, elsewhere the one on the path.</summary>
internal static class Bicep
{
    private const string OnPath = "bicep";

    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "USERPROFILE", "TEMP", "TMP", "SystemRoot"];

    private static readonly bool PackageRuns = OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public static Result Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(PackageRuns ? OfPackage() : OnPath, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(Kept, StringComparer.OrdinalIgnoreCase).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Start(start);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception) when (!PackageRuns)
        {
            Assert.Skip("bicep is not on the path. Install it: az bicep install, and add ~/.azure/bin to the path.");
            throw;
        }
    }

    private static string OfPackage()
    {
        var program = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BicepProgram").Value!;
        if (OperatingSystem.IsWindows()) return program;
        var mode = File.GetUnixFileMode(program);
        if (!mode.HasFlag(UnixFileMode.UserExecute)) File.SetUnixFileMode(program, mode | UnixFileMode.UserExecute);
        return program;
    }

    internal sealed record Result(int ExitCode, string Output, string Error);
}
