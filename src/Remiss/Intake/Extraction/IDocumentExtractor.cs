namespace Remiss.Intake.Extraction;

public interface IDocumentExtractor
{
    /// <summary>
    /// Reads one file. Whatever the file holds, the outcome is a value: a hostile or broken file is <see cref="ExtractionState.Unreadable"/>
    /// with a reason.
    /// </summary>
    /// <param name="path">The file. Only its content tells what it is; the ending is compared, to note a mismatch.</param>
    /// <param name="attachmentsFolder">An existing, empty folder; attachments are written into it under generated names. The caller deletes it.</param>
    Task<ExtractionResult> ExtractAsync(string path, string attachmentsFolder, CancellationToken cancellationToken);
}
