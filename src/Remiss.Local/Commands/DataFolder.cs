using System.CommandLine;
using Remiss.Local.Host;
using Remiss.Local.Terminal;

namespace Remiss.Local.Commands;

/// <summary>Commands that work on the storage in use.</summary>
internal static class DataFolder
{
    public const string Name = ".remiss";

    public static readonly Argument<string> Case = new("CASE") { Description = "Ärendets id, som ks-2023-740" };

    public static async Task<int> WithHostAsync(Func<LocalHost, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.StartAsync(Name, Progress.Report, cancellationToken);
        return await work(host);
    }

    public static UserErrorException NoCase(string caseId) =>
        new($"Ärendet {caseId} finns inte i lagringen. Lägg in det med remiss run, eller kör remiss demo. Är det gallrat finns bara anteckningarna kvar.");
}
