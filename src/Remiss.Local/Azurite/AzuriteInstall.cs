using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Remiss.Local.Azurite;

/// <summary>Azurite from the pinned lock file, installed once for each user and version of the lock file.</summary>
internal static class AzuriteInstall
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "azurite");

    /// <param name="report">Gets a line whenever something happens that takes time.</param>
    /// <returns>The folder that holds <c>host.js</c> and <c>node_modules</c>.</returns>
    /// <exception cref="StorageUnavailableException">Node is missing, or npm could not install.</exception>
    public static async Task<string> EnsureAsync(Action<string> report, CancellationToken cancellationToken)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"), cancellationToken);
        var root = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "RemissFunctions");
        var installed = Path.Combine(root, $"azurite-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]}");
        if (!Directory.Exists(installed))
        {
            Directory.CreateDirectory(root);
            await using var turn = await FileTurn.TakeAsync(installed + ".lock", cancellationToken);
            if (!Directory.Exists(installed)) await InstallAsync(installed, report, cancellationToken);
        }

        File.Copy(Path.Combine(Source, "host.js"), Path.Combine(installed, "host.js"), overwrite: true);
        return installed;
    }

    private static async Task InstallAsync(string installed, Action<string> report, CancellationToken cancellationToken)
    {
        var partial = installed + ".partial";
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        foreach (var name in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(Source, name), Path.Combine(partial, name));

        report("Installerar lagringsemulatorn Azurite (en gång, omkring en halv minut) …");
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = partial,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = StartNode(npm);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await ReportUntilExitAsync(process, partial, report, cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new StorageUnavailableException($"npm kunde inte installera Azurite: {(await errors).Trim().ReplaceLineEndings(" ")}");
        }

        await output;
        Directory.Move(partial, installed);
        report("Azurite är installerad.");
    }

    private static async Task ReportUntilExitAsync(Process npm, string folder, Action<string> report, CancellationToken cancellationToken)
    {
        var total = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"), cancellationToken))!["packages"]!.AsObject().Count - 1;
        var modules = Path.Combine(folder, "node_modules");
        var exit = npm.WaitForExitAsync(cancellationToken);
        while (await Task.WhenAny(exit, Task.Delay(TimeSpan.FromSeconds(3), cancellationToken)) != exit)
        {
            if (Directory.Exists(modules)) report($"  omkring {Math.Min(Directory.GetDirectories(modules).Length, total)} av {total} paket");
        }

        await exit;
    }

    /// <exception cref="StorageUnavailableException">There is no Node.</exception>
    public static Process StartNode(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new StorageUnavailableException("Node.js saknas.");
        }
    }
}
