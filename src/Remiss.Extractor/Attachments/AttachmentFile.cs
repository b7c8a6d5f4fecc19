using Remiss.Extractor.Text;

namespace Remiss.Extractor.Attachments;

/// <summary>A new file within a budget. A full disk is the machine's failure, not the mail's.</summary>
internal sealed class AttachmentFile : Stream
{
    private readonly FileStream file;
    private readonly ByteBudget budget;

    public AttachmentFile(string path, ByteBudget budget)
    {
        this.budget = budget;
        file = Guarded(() => new FileStream(path, FileMode.CreateNew, FileAccess.Write));
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        budget.Spend(count);
        Guarded(() =>
        {
            file.Write(buffer, offset, count);
            return true;
        });
    }

    public override void Flush() => Guarded(() =>
    {
        file.Flush();
        return true;
    });

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Guarded(() =>
        {
            file.Dispose();
            return true;
        });
        base.Dispose(disposing);
    }

    private static T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MachineFailedException(e);
        }
    }
}
