using System.Diagnostics;
using System.Text;

namespace Remiss.Local.Tests;

/// <summary>The command line as a person runs it: a process in a folder of its own.</summary>
internal static class RemissProcess
{
    public static Task<RemissOutcome> RunAsync(string folder, params string[] arguments) => RunAsync(folder, null, arguments);

    /// <param name="folder">Where it runs.</param>
    /// <param name="setting">One setting of the environment, <c>Name=value</c>.</param>
    /// <param name="arguments">Of the command line.</param>
    public static async Task<RemissOutcome> RunWithAsync(string folder, string setting, params string[] arguments) => await RunAsync(folder, setting, arguments);

    private static async Task<RemissOutcome> RunAsync(string folder, string? setting, string[] arguments)
    {
        using var process = Start(folder, setting, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    public static Process Start(string folder, params string[] arguments) => Start(folder, null, arguments);

    private static Process Start(string folder, string? setting, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Remiss.Local.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("AzureWebJobsStorage");
        if (setting?.Split('=', 2) is [var name, var value]) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

internal sealed record RemissOutcome(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
