using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Remiss.Compilation.Pdf;

/// <summary>Word to tagged PDF through LibreOffice, where it is installed.</summary>
public sealed partial class PdfConverter(IOptions<CompilationOptions> options, ILogger<PdfConverter> logger)
{
    /// <summary>Tagged for screen readers (PDF/UA), with the headings as bookmarks.</summary>
    private const string Filter = """
        pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}
        """;

    /// <summary>Writes <c>{name}.pdf</c> into the folder.</summary>
    /// <returns>False where LibreOffice is not installed, did not manage it, or took too long; the reason is logged.</returns>
    public async Task<bool> ConvertAsync(string document, string folder, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("remiss-office-");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.Value.OfficeTimeLimit);
            return await RunAsync(document, folder, profile.FullName, limit.Token) && File.Exists(PdfOf(document, folder));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TooLong(logger, options.Value.OfficeTimeLimit);
            File.Delete(PdfOf(document, folder));
            return false;
        }
        finally
        {
            TryDelete(profile);
        }
    }

    private async Task<bool> RunAsync(string document, string folder, string profile, CancellationToken cancellationToken)
    {
        // Every run has a user profile of its own: LibreOffice refuses a second run on the same one.
        var start = new ProcessStartInfo(options.Value.Office)
        {
            ArgumentList = { "--headless", "--norestore", $"-env:UserInstallation={new Uri(profile).AbsoluteUri}", "--convert-to", Filter.Trim(), "--outdir", folder, document },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Start(start);
        if (process is null) return false;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await Task.WhenAll(output, errors);
            if (process.ExitCode != 0) Log.Failed(logger, process.ExitCode);
            return process.ExitCode == 0;
        }
        finally
        {
            await KillAsync(process);
        }
    }

    private Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            Log.Missing(logger, start.FileName);
            return null;
        }
    }

    private static async Task KillAsync(Process process)
    {
        if (process.HasExited) return;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended by itself.
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>An office that was killed may still let go of its files.</summary>
    private static void TryDelete(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
        }
    }

    private static string PdfOf(string document, string folder) => Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(document), ".pdf"));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Program} is not installed, so there is no PDF")]
        public static partial void Missing(ILogger logger, string program);

        [LoggerMessage(Level = LogLevel.Warning, Message = "LibreOffice needed more than {Limit} for a PDF and was ended")]
        public static partial void TooLong(ILogger logger, TimeSpan limit);

        [LoggerMessage(Level = LogLevel.Warning, Message = "LibreOffice ended with code {Code}, so there is no PDF")]
        public static partial void Failed(ILogger logger, int code);
    }
}
