using System.Text;
using System.Text.Json;
using Remiss.Extractor.Sandbox;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor;

/// <summary>One request after the other. The end of standard input, the parent's death, ends the process at once, whatever it is at.</summary>
internal sealed class RequestLoop(Stream input, Stream output, RequestReader reader, string greeting)
{
    /// <summary>Parsers recurse; the default of the system is too little for honest files and unknown.</summary>
    private const int StackBytes = 16 << 20;

    public void Run()
    {
        using var ended = new ManualResetEventSlim();
        Start(Work, ended);
        if (!OperatingSystem.IsWindows()) Start(LinuxCalls.AwaitEndOfInput, ended);
        ended.Wait();
    }

    private static void Start(Action action, ManualResetEventSlim ended)
    {
        var thread = new Thread(Run, StackBytes) { IsBackground = true };
        thread.Start();

        void Run()
        {
            action();
            ended.Set();
        }
    }

    private void Work()
    {
        try
        {
            AnswerAll();
        }
        catch (MachineFailedException e)
        {
            Console.Error.WriteLine(e.Message);
            Environment.Exit(ExtractionProtocol.MachineFailed);
        }
    }

    private void AnswerAll()
    {
        WriteLine(Encoding.ASCII.GetBytes(greeting));
        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (lines.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize(line, ExtractionProtocol.Json.ExtractionRequest)
                ?? throw new InvalidDataException("An empty request.");
            Answer(reader.Read(request));
        }
    }

    private void Answer(ExtractionResult result)
    {
        using (var buffered = new BufferedStream(new Unclosed(output), 1 << 16))
        {
            JsonSerializer.Serialize(buffered, result, ExtractionProtocol.Json.ExtractionResult);
        }

        WriteLine([]);
    }

    private void WriteLine(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);
    }
}
