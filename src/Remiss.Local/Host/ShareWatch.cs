using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Remiss.Intake;

namespace Remiss.Local.Host;

/// <summary>
/// Puts every file of a folder <c>{case}/{organisation}/{file}</c> in the inbox once it is quiet: three looks in a row saw the same length
/// and time. It looks instead of listening, since network drives tell of changes late, twice or never. The same content under the same name is
/// the same arrival, so files that were there before a restart change nothing.
/// </summary>
internal sealed partial class ShareWatch(string folder, SharedFiles files, TimeProvider time, ILogger<ShareWatch> logger) : BackgroundService
{
    private const int QuietLooks = 3;

    /// <summary>Some programs make the file first and fill it minutes later.</summary>
    private const int QuietLooksWhenEmpty = 600;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private Dictionary<string, Watched> known = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = new Dictionary<string, Watched>(StringComparer.Ordinal);
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Everything).OrderBy(f => f.FullName, StringComparer.Ordinal))
            {
                if (!TemporaryNames.Is(file.Name)) now[file.FullName] = await LookAsync(file, known.GetValueOrDefault(file.FullName), cancellationToken);
            }

            known = now;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotSeen(logger, e);
        }
    }

    private async Task<Watched> LookAsync(FileInfo file, Watched? before, CancellationToken cancellationToken)
    {
        try
        {
            var seen = new Seen(file.Length, file.LastWriteTimeUtc);
            if (before?.Seen != seen) return new(seen, 1, IsTaken: false);
            if (before.IsTaken || before.Looks + 1 < (file.Length == 0 ? QuietLooksWhenEmpty : QuietLooks)) return before with { Looks = before.Looks + 1 };
            return before with { IsTaken = await files.TakeAsync(folder, file, cancellationToken) };
        }
        catch (FileNotFoundException)
        {
            return Watched.Never;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotTaken(logger, e, Path.GetRelativePath(folder, file.FullName));
            return (before ?? Watched.Never) with { Looks = 0 };
        }
    }

    private sealed record Watched(Seen Seen, int Looks, bool IsTaken)
    {
        public static Watched Never { get; } = new(default, 0, IsTaken: false);
    }

    private readonly record struct Seen(long Length, DateTime Written);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be taken from the share; it is tried again")]
        public static partial void NotTaken(ILogger logger, Exception exception, string path);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The share cannot be looked into; it is tried again")]
        public static partial void NotSeen(ILogger logger, Exception exception);
    }
}
