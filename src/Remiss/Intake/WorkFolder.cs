namespace Remiss.Intake;

/// <summary>A folder of its own for the files of one step, gone when the step is done.</summary>
public sealed class WorkFolder : IDisposable
{
    public WorkFolder()
    {
        Path = Directory.CreateTempSubdirectory("remiss-").FullName;
        Attachments = Directory.CreateDirectory(System.IO.Path.Combine(Path, "attachments")).FullName;
    }

    public string Path { get; }

    public string Document => System.IO.Path.Combine(Path, "document");

    public string Attachments { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
