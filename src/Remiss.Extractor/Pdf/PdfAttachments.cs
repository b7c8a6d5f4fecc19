using Remiss.Extractor.Attachments;
using UglyToad.PdfPig;

namespace Remiss.Extractor.Pdf;

/// <summary>The files that a PDF carries.</summary>
internal static class PdfAttachments
{
    /// <returns>False when it has some that cannot be read.</returns>
    public static bool Write(PdfDocument document, AttachmentFolder folder)
    {
        try
        {
            if (!document.Advanced.TryGetEmbeddedFiles(out var files)) return true;
            foreach (var file in files) folder.Add(string.IsNullOrEmpty(file.FileSpecification) ? file.Name : file.FileSpecification, "application/octet-stream", target => target.Write(file.Memory.Span));
            return true;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException or LimitExceededException or MachineFailedException))
        {
            return false;
        }
    }
}
