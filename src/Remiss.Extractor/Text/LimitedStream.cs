using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Text;

/// <summary>Counts what passes, over all streams that share the budget, and stops at its end.</summary>
internal sealed class LimitedStream(Stream inner, ByteBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

internal sealed class ByteBudget(long bytes)
{
    private long left = bytes;

    /// <summary>What says itself that it is too large need not be unpacked.</summary>
    public void Foresee(long count)
    {
        if (count > left) throw new LimitExceededException(ExtractionReasons.TooLarge);
    }

    public void Spend(long count)
    {
        left -= count;
        if (left < 0) throw new LimitExceededException(ExtractionReasons.TooLarge);
    }
}
