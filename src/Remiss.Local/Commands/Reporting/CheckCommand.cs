using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Compilation.Checking;
using Remiss.Intake.Extraction;
using Remiss.Storage;

namespace Remiss.Local.Commands.Reporting;

internal static class CheckCommand
{
    private static readonly Argument<string> Report = new("FILE") { Description = "Tjänsteutlåtande: .docx, .txt eller .pdf" };
    private static readonly Option<string?> Case = new("--case") { Description = "Ärendefil, eller id för ett ärende i lagringen; utan den söks ärendet i lagringen på sitt diarienummer" };
    private static readonly Option<string?> RegisterOption = new("--register") { Description = "Registerfil, när --case är en fil" };
    private static readonly Option<bool> Json = new("--json") { Description = "Hela resultatet som JSON" };

    public static Command Create()
    {
        var command = new Command("check", "Granskar ett tjänsteutlåtande mot ärendet, registret och svaren") { Report, Case, RegisterOption, Json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var file = arguments.GetValue(Report)!;
            var text = await ReadAsync(file, cancellationToken);
            var sha256 = await HashAsync(file, cancellationToken);
            var (caseName, registerFile) = (arguments.GetValue(Case), arguments.GetValue(RegisterOption));
            var context = File.Exists(caseName) || registerFile is not null
                ? await OfFilesAsync(caseName, registerFile, cancellationToken)
                : await OfStorageAsync(caseName, text.Text.Text, cancellationToken);
            var source = text.Format is "txt" ? await SourceAsync(file, cancellationToken) : null;
            var findings = ReportChecker.Check(text.Text, context with { Sha256 = sha256 }, source);
            return CheckOutput.Write(file, context, findings, arguments.GetValue(Json));
        });
        return command;
    }

    private static async Task<ExtractionResult> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new UserErrorException($"{file}: filen finns inte. Kontrollera sökvägen.");
        await using var reader = new FileReader();
        await foreach (var read in reader.ReadAsync([file], cancellationToken))
        {
            return read.Result.State is ExtractionState.Read
                ? read.Result
                : throw new UserErrorException($"{file}: filen kan inte läsas ({string.Join(' ', read.Result.Reasons.Select(ExtractionReasonTexts.InSwedish))}).");
        }

        throw new UserErrorException($"{file}: filen kan inte läsas.");
    }

    private static async Task<CheckContext> OfFilesAsync(string? caseFile, string? registerFile, CancellationToken cancellationToken)
    {
        if (caseFile is null) throw new UserErrorException("--case saknas. Ange ärendefilen.");
        if (registerFile is null) throw new UserErrorException("--register saknas. Ange registerfilen.");
        var register = await RegisterFile.ReadAsync(registerFile, cancellationToken);
        return new(await CaseFile.ReadAsync(caseFile, register, cancellationToken), register, Today());
    }

    private static async Task<CheckContext> OfStorageAsync(string? caseId, string text, CancellationToken cancellationToken)
    {
        CheckContext? context = null;
        await DataFolder.WithHostAsync(
            async host =>
            {
                var ledger = host.Get<RemissLedger>();
                var id = caseId ?? ReportChecker.CaseOf(text, await ledger.ReadOpenCasesAsync(cancellationToken))?.Id
                    ?? throw new UserErrorException("Inget ärende i lagringen har ett diarienummer som står i utlåtandet. Ange --case.");
                var sources = await host.Get<ReportSourceReader>().ReadAsync(id, cancellationToken) ?? throw DataFolder.NoCase(id);
                context = new(sources.Ledger.Case, sources.Register, Today(), sources);
                return 0;
            },
            cancellationToken);
        return context!;
    }

    private static DateOnly Today() => SwedishTime.Date(TimeProvider.System.GetUtcNow());

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    /// <summary>For line numbers only; in another encoding than UTF-8 places are counted in paragraphs.</summary>
    private static async Task<string?> SourceAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
