using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Remiss.Extractor;
using Remiss.Extractor.Sandbox;
using Remiss.Intake.Extraction;

if (args is not [var folder, var megabytes] || !long.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out var memory))
{
    Console.Error.WriteLine("Usage: Remiss.Extractor FOLDER MEGABYTES, started by the program whose files it is to read.");
    return 2;
}

var limits = new ExtractionLimits();
Walls.Raise(folder, memory << 20, limits.AttachmentBytes);

using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
Console.SetOut(Console.Error);

// Ctrl+C reaches the whole terminal group; only the parent decides when this process ends.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true);

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
var greeting = ExtractionProtocol.Greeting(WallTrial.Holding(folder, memory << 20));
new RequestLoop(input, output, new RequestReader(limits), greeting).Run();
Walls.EndGroup();
return 0;
