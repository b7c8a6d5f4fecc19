using System.Globalization;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Attachments;

/// <summary>Where the files inside a file are put, as a01, a02 … and never under a name that the sender chose.</summary>
internal sealed class AttachmentFolder(string folder, ExtractionLimits limits)
{
    private readonly ByteBudget budget = new(limits.AttachmentBytes);
    private readonly List<ExtractedAttachment> written = [];

    public IReadOnlyList<ExtractedAttachment> Written => written;

    /// <param name="name">As the sender gave it; only its last segment is kept.</param>
    public void Add(string name, string contentType, Action<Stream> write)
    {
        if (written.Count >= limits.Attachments) throw new LimitExceededException(ExtractionReasons.TooLarge);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"a{written.Count + 1:00}"));
        var length = Save(path, write);
        written.Add(new ExtractedAttachment(LastSegment(name), contentType, path, length));
    }

    private long Save(string path, Action<Stream> write)
    {
        try
        {
            using var file = new AttachmentFile(path, budget);
            write(file);
            return file.Length;
        }
        catch (Exception e) when (e is not MachineFailedException)
        {
            File.Delete(path);
            throw;
        }
    }

    private static string LastSegment(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
