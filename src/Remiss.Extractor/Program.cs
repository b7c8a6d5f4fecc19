using System.Runtime.InteropServices;
using System.Text;
using Remiss.Extractor;

using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
Console.SetOut(Console.Error);

// Ctrl+C reaches the whole terminal group; only the parent decides when this process ends.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true);

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
new RequestLoop(input, output, new DocumentReader(new ExtractionLimits())).Run();
return 0;
