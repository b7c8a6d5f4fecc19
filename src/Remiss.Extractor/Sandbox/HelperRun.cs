using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Remiss.Extractor.Sandbox;

/// <summary>One run of another program inside the walls, with a limit on its time and on what it may say.</summary>
internal static class HelperRun
{
    private const int LongestOutput = 64 << 20;

    /// <returns>What it wrote on standard output.</returns>
    /// <exception cref="HelperFailedException">It is not installed, ended badly, or was stopped at a limit.</exception>
    public static async Task<string> ReadAsync(string program, IEnumerable<string> arguments, TimeSpan timeLimit)
    {
        if (HelperPrograms.Find(program) is not { } path) throw new HelperFailedException(program + " is not installed", isTimedOut: false);

        using var process = Process.Start(new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(timeLimit);
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, limit.Token);
            await errors;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? output
                : throw new HelperFailedException(string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}"), isTimedOut: false);
        }
        catch (OperationCanceledException)
        {
            throw new HelperFailedException(program + " took too long", isTimedOut: true);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task<string> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > LongestOutput) throw new LimitExceededException(Intake.Extraction.ExtractionReasons.TooLarge);
            bytes.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}

internal sealed class HelperFailedException(string message, bool isTimedOut) : Exception(message)
{
    public bool IsTimedOut { get; } = isTimedOut;
}
