namespace Remiss.Extractor.Sandbox;

/// <summary>The only other programs that the child may start: they read what it reads, inside the same walls.</summary>
internal static class HelperPrograms
{
    public const string PdfToText = "pdftotext";
    public const string PdfToImage = "pdftoppm";
    public const string PdfInfo = "pdfinfo";
    public const string PdfImages = "pdfimages";
    public const string Tesseract = "tesseract";

    public static IReadOnlyList<string> Found { get; } =
        [.. new[] { PdfToText, PdfToImage, PdfInfo, PdfImages, Tesseract }.Select(Find).OfType<string>()];

    /// <returns>The path of the program, or null where it is not installed.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
