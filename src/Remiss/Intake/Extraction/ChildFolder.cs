namespace Remiss.Intake.Extraction;

/// <summary>The folder that a child has to itself, and outside which it may not write. The parent brings the file and fetches what came out.</summary>
internal sealed class ChildFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-child-");

    public ChildFolder()
    {
        folder.CreateSubdirectory(SandboxFolder.In);
        folder.CreateSubdirectory(SandboxFolder.Out);
        folder.CreateSubdirectory(SandboxFolder.Temporary);
    }

    public string Path => folder.FullName;

    public string Out => System.IO.Path.Combine(Path, SandboxFolder.Out);

    public string Temporary => System.IO.Path.Combine(Path, SandboxFolder.Temporary);

    private string Document => System.IO.Path.Combine(Path, SandboxFolder.In, "document");

    /// <returns>Where the child finds the file.</returns>
    public string Bring(string path)
    {
        File.Copy(path, Document, overwrite: true);
        return Document;
    }

    /// <summary>Takes the attachments out of the child's reach, into the folder that they are for.</summary>
    /// <exception cref="ExtractorDiedException">One is not what the child says.</exception>
    public IReadOnlyList<ExtractedAttachment> Fetch(IReadOnlyList<ExtractedAttachment> attachments, string into) =>
        [.. attachments.Select(attachment => Fetch(attachment, into))];

    /// <summary>Leaves nothing of one file for the next.</summary>
    public void Clean()
    {
        File.Delete(Document);
        Empty(Out);
        Empty(Temporary);
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Something of the child's is still writing into it; the system's own cleaning takes it.
        }
    }

    private ExtractedAttachment Fetch(ExtractedAttachment attachment, string into)
    {
        if (attachment is not { Name: not null, ContentType: not null, Path: not null } || System.IO.Path.GetDirectoryName(attachment.Path) != Out)
            throw new ExtractorDiedException("attachments lie elsewhere");

        var path = System.IO.Path.Combine(into, System.IO.Path.GetFileName(attachment.Path));
        try
        {
            File.Move(attachment.Path, path);
        }
        catch (FileNotFoundException)
        {
            throw new ExtractorDiedException("an attachment is not there");
        }

        if (new FileInfo(path) is { LinkTarget: null } file && file.Length == attachment.Length) return attachment with { Path = path };
        File.Delete(path);
        throw new ExtractorDiedException("an attachment is not what was said");
    }

    private static void Empty(string path)
    {
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner) inner.Delete(recursive: true);
            else entry.Delete();
        }
    }
}
