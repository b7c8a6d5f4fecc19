namespace Remiss.Intake;

/// <summary>A folder of its own for the files of one step, gone when the step is done.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("remiss-").FullName;

    public WorkFolder() => Attachments = Directory.CreateDirectory(Path.Combine(path, "attachments")).FullName;

    public string Attachments { get; }

    /// <summary>Where to put the document: its name is ours, its ending the sender's.</summary>
    public string Document(string fileName)
    {
        var ending = Path.GetExtension(fileName);
        return Path.Combine(path, "document" + (ending.Length is > 1 and <= 8 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : ""));
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
