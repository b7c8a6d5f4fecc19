using System.CommandLine;
using Azure;
using Remiss.Cases;
using Remiss.Compilation.Docx;
using Remiss.Local;
using Remiss.Local.Azurite;
using Remiss.Local.Commands.Deciding;
using Remiss.Local.Commands.Measuring;
using Remiss.Local.Commands.Reading;
using Remiss.Local.Commands.Reporting;
using Remiss.Local.Commands.Running;

const int Failed = 1;
const int WrongUsage = 2;

var root = new RootCommand("Tar hand om svaren på en underremiss, från inkommen fil till utkast.")
{
    DemoCommand.Create(),
    UpCommand.Create(),
    RunCommand.Create(),
    ExtractCommand.Create(),
    ClassifyCommand.Create(),
    CheckCommand.Create(),
    EvalCommand.Create(),
    CompileCommand.Create(),
    TemplateCommand.Create(),
    AttestCommand.Create(),
    StatusCommand.Create(),
    ReplayCommand.Create(),
    DecideCommand.Create(),
    ReviewCommand.Create(),
    CaseCommand.Create(),
    DiaryCommand.Create(),
    SendsCommand.Create(),
    SweepCommand.Create(),
    VerifyCommand.Create(),
    AuditCommand.Create(),
    CorrectionsCommand.Create(),
    MailPreviewCommand.Create(),
    PageSpeedCommand.Create(),
    LoadCommand.Create(),
    GrowthCommand.Create(),
    StartSpeedCommand.Create(),
    WorkCommand.Create(),
};

var arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Kör remiss --help för en lista över kommandon.");
    return WrongUsage;
}

try
{
    return await arguments.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    });
}
catch (Exception e) when (e is UserErrorException or InvalidFileException or InvalidTemplateException or StorageUnavailableException or RequestFailedException)
{
    Console.Error.WriteLine(e is RequestFailedException ? $"Lagringen svarade inte som väntat: {e.Message.ReplaceLineEndings(" ")}" : e.Message);
    return Failed;
}
catch (AggregateException e)
{
    Console.Error.WriteLine($"Allt gick inte att göra, och det som återstår tas om nästa gång: {e.InnerException!.Message.ReplaceLineEndings(" ")}");
    return Failed;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Avbrutet. Det som hann tas emot ligger kvar och tas om hand vid nästa körning.");
    return Failed;
}
