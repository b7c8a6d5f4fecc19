using System.Diagnostics;
using System.Security.Cryptography;
using Remiss.Local.Azurite;

namespace Remiss.Web.Tests.Pages;

/// <summary>axe-core from the pinned lock file, installed once for each user and version of the lock file.</summary>
internal static class AxeScript
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "axe");

    public static async Task<string> ReadAsync()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"))))[..12];
        var root = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "RemissFunctions");
        var installed = Directory.CreateDirectory(Path.Combine(root, $"axe-{hash}")).FullName;
        await using (await FileTurn.TakeAsync(installed + ".lock", CancellationToken.None))
        {
            if (!File.Exists(ScriptIn(installed))) await InstallAsync(installed);
        }

        return await File.ReadAllTextAsync(ScriptIn(installed));
    }

    private static string ScriptIn(string folder) => Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");

    private static async Task InstallAsync(string folder)
    {
        foreach (var name in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(Source, name), Path.Combine(folder, name), overwrite: true);
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder })!;
        await npm.WaitForExitAsync();
        Assert.Equal(0, npm.ExitCode);
    }
}
