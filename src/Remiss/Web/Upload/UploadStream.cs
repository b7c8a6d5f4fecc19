using System.Security.Cryptography;
using Remiss.Intake;

namespace Remiss.Web.Upload;

/// <summary>
/// A file on its way in: counted, hashed and refused when it grows too large, while it is read. Its first bytes can be looked at before
/// anything is written anywhere.
/// </summary>
internal sealed class UploadStream(Stream source) : ReadOnceStream
{
    /// <summary>In bytes.</summary>
    public const long Largest = 50 * 1024 * 1024;

    private const int HeadBytes = 512;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] head = new byte[HeadBytes];
    private int headLength;
    private int headRead;

    /// <summary>In bytes, so far.</summary>
    public long Size { get; private set; }

    /// <summary>Of all that has been read.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public async Task<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        headLength = await source.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken);
        return head.AsMemory(0, headLength);
    }

    /// <exception cref="UploadTooLargeException">There is more than <see cref="Largest"/>.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = headRead < headLength ? FromHead(buffer.Span) : await source.ReadAsync(buffer, cancellationToken);
        Size += read;
        if (Size > Largest) throw new UploadTooLargeException();
        hash.AppendData(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Uploads are read without blocking a thread.");

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    private int FromHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, headLength - headRead);
        head.AsSpan(headRead, count).CopyTo(buffer);
        headRead += count;
        return count;
    }
}

public sealed class UploadTooLargeException() : IOException("The file is larger than an upload may be.");
