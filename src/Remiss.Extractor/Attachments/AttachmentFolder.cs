using System.Globalization;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Attachments;

/// <summary>Where the files inside a file are put, as a01, a02 … and never under a name that the sender chose.</summary>
internal sealed class AttachmentFolder(string folder, ExtractionLimits limits)
{
    private const int LongestName = 200;
    private const int LongestEnding = 20;

    private readonly ByteBudget budget = new(limits.AttachmentBytes);
    private readonly List<ExtractedAttachment> written = [];

    public IReadOnlyList<ExtractedAttachment> Written => written;

    /// <param name="name">As the sender gave it; only its last segment is kept.</param>
    public void Add(string name, string contentType, Action<Stream> write)
    {
        if (written.Count >= limits.Attachments) throw new LimitExceededException(ExtractionReasons.TooLarge);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"a{written.Count + 1:00}"));
        var length = Save(path, write);
        written.Add(new ExtractedAttachment(Shortened(LastSegment(name)), contentType, path, length));
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

    /// <summary>A name may have tens of thousands of characters; its ending says what the file is.</summary>
    private static string Shortened(string name)
    {
        if (name.Length <= LongestName) return name;
        var ending = Path.GetExtension(name) is { Length: <= LongestEnding } whole ? whole : "";
        var kept = LongestName - ending.Length;
        return name[..(char.IsHighSurrogate(name[kept - 1]) ? kept - 1 : kept)] + ending;
    }

    private static string LastSegment(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
