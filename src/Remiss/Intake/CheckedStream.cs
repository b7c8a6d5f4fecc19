namespace Remiss.Intake;

/// <summary>
/// Content on its way into the inbox, read once from beginning to end. At its end it is checked, and a failed check throws before the
/// storage is told that the file is whole; so does a source that falls silent. Nothing of it is kept in memory.
/// </summary>
/// <param name="seen">Shown every piece as it goes by.</param>
/// <param name="atEnd">Throws when the content is not what it should be.</param>
public sealed class CheckedStream(Stream content, Action<ReadOnlyMemory<byte>> seen, Action atEnd) : ReadOnceStream
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    private bool isAtEnd;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestSilence);
        int read;
        try
        {
            read = await content.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"No more of the file came within {LongestSilence.TotalSeconds} s.", e);
        }

        if (buffer.Length > 0) Pass(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        if (count > 0) Pass(buffer.AsMemory(offset, read));
        return read;
    }

    private void Pass(ReadOnlyMemory<byte> piece)
    {
        if (piece.Length > 0)
        {
            seen(piece);
        }
        else if (!isAtEnd)
        {
            isAtEnd = true;
            atEnd();
        }
    }
}
