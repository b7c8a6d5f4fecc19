using System.CommandLine;
using Remiss.Compilation.Attesting;
using Remiss.Local.Host;

namespace Remiss.Local.Commands.Reporting;

internal static class AttestCommand
{
    private static readonly Option<string> Name = new("--name") { Description = "Den som har godkänt utlåtandet", Required = true };
    private static readonly Option<string> Title = new("--title") { Description = "Titel, som Vice VD", Required = true };
    private static readonly Option<string?> Document = new("--document") { Description = "Utlåtandet som det blev färdigt i Word; utan den gäller utkastet som det sammanställs nu" };
    private static readonly Option<string> Out = new("--out") { Description = "Fil för det attesterade utlåtandet", Required = true };

    public static Command Create()
    {
        var command = new Command("attest", "Antecknar att utlåtandet är godkänt; bilagorna behåller sedan sina nummer") { DataFolder.Case, Name, Title, Document, Out };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(
                host,
                arguments.GetValue(DataFolder.Case)!,
                new Attester(arguments.GetValue(Name)!, arguments.GetValue(Title)!),
                arguments.GetValue(Document),
                arguments.GetValue(Out)!,
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        LocalHost host, string caseId, Attester by, string? path, string target, CancellationToken cancellationToken)
    {
        if (path is not null && !File.Exists(path)) throw new UserErrorException($"{path}: filen finns inte. Kontrollera --document.");

        var document = path is null ? null : await File.ReadAllBytesAsync(path, cancellationToken);
        var attested = await host.Get<AttestHandler>().AttestAsync(caseId, by, document, Environment.UserName, cancellationToken)
            ?? throw DataFolder.NoCase(caseId);
        await File.WriteAllBytesAsync(target, attested.Document, cancellationToken);
        Console.Out.WriteLine($"Attesterat av {by.Name}, {by.Title}: {target}, SHA-256 {attested.Attestation.Document}.");
        return 0;
    }
}
