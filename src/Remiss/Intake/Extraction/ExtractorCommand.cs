using System.Diagnostics;
using System.Globalization;

namespace Remiss.Intake.Extraction;

/// <summary>How the child is started: by which program, and with nothing of our environment but what it needs.</summary>
internal static class ExtractorCommand
{
    private static readonly string[] Inherited = ["PATH", "DOTNET_ROOT", "LANG", "LC_ALL", "TESSDATA_PREFIX", "SystemRoot"];

    public static ProcessStartInfo For(ExtractorOptions options, ChildFolder folder)
    {
        IReadOnlyList<string> command = options.Command.Count > 0 ? [.. options.Command] : [Dotnet(), ExtractorPath()];
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), folder.Path, SystemLimit(options)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder.Path,
        };

        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value) start.Environment[name] = value;
        }

        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"]) start.Environment[name] = folder.Temporary;
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + ((long)options.HeapMegabytes << 20).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    /// <summary>The system counts what is promised, not what is used, so its limit is wider than the one that we watch.</summary>
    private static string SystemLimit(ExtractorOptions options) => (2 * options.MemoryMegabytes).ToString(CultureInfo.InvariantCulture);

    private static string ExtractorPath()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "extractor", "Remiss.Extractor.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("The extractor is not installed beside this program.", path);
    }

    private static string Dotnet()
    {
        if (Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet") return self;
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host) return host;
        return Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root && Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") is var path && File.Exists(path)
            ? path
            : "dotnet";
    }
}
