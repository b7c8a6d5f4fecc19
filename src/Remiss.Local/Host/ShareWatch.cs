using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Remiss.Intake;
using Remiss.Local.Runs;

namespace Remiss.Local.Host;

/// <summary>
/// Puts every file of a folder <c>{case}/{organisation}/{file}</c> in the inbox once it is quiet: two looks in a row saw the same length
/// and time. Looking again is safe, since the same content under the same name is the same arrival.
/// </summary>
internal sealed partial class ShareWatch(string folder, InboxWriter inbox, TimeProvider time, ILogger<ShareWatch> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (Seen Seen, bool Taken)> known = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var file in PlannedFile.InShare(folder, time.GetUtcNow()))
        {
            try
            {
                var info = new FileInfo(file.LocalPath);
                var seen = new Seen(info.Length, info.LastWriteTimeUtc);
                var isQuiet = known.TryGetValue(file.LocalPath, out var before) && before.Seen == seen;
                if (isQuiet && !before.Taken) await file.PutAsync(inbox, cancellationToken);
                known[file.LocalPath] = (seen, isQuiet);
            }
            catch (IOException e)
            {
                Log.NotRead(logger, e, file.Path);
            }
        }
    }

    private readonly record struct Seen(long Length, DateTime Written);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be read from the share; it is tried again")]
        public static partial void NotRead(ILogger logger, Exception exception, string path);
    }
}
