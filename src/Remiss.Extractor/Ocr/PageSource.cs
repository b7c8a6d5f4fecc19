using System.Globalization;
using Remiss.Extractor.Sandbox;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Ocr;

/// <summary>The pages of a scan, each made into a picture when its turn comes.</summary>
internal abstract class PageSource
{
    /// <summary>An A0 drawing at 300 dpi is more than twice this; a page of a letter a fifth.</summary>
    private const long MostPixels = 50_000_000;

    public abstract int Count { get; }

    /// <param name="number">From 1.</param>
    /// <returns>The picture for tesseract, and its page in it, from 0.</returns>
    public abstract Task<(string Picture, int Index)> PictureAsync(int number, TimeSpan timeLimit);

    public abstract void Release(int number);

    public static async Task<PageSource> OpenAsync(string path, string format, int mostPages, TimeSpan timeLimit)
    {
        if (format == FileFormats.Pdf) return await PdfPages.OpenAsync(path, mostPages, timeLimit);

        using var file = File.OpenRead(path);
        var sizes = PictureSize.Of(file, format);
        if (sizes.Count > mostPages || sizes.Any(size => size.Width * size.Height > MostPixels)) throw new LimitExceededException(ExtractionReasons.TooLarge);
        if (sizes.Any(size => size.Width == 0 || size.Height == 0)) throw new InvalidDataException("A picture without a size.");
        return new PictureFile(path, sizes.Count);
    }

    private sealed class PictureFile(string path, int count) : PageSource
    {
        public override int Count => count;

        public override Task<(string Picture, int Index)> PictureAsync(int number, TimeSpan timeLimit) => Task.FromResult((path, number - 1));

        public override void Release(int number)
        {
        }
    }

    private sealed class PdfPages(string path, double[] resolutions) : PageSource
    {
        private const double Resolution = 300;
        private const double LowestResolution = 100;

        private readonly string folder = Path.GetTempPath();

        public override int Count => resolutions.Length;

        public static async Task<PdfPages> OpenAsync(string path, int mostPages, TimeSpan timeLimit)
        {
            var most = mostPages.ToString(CultureInfo.InvariantCulture);
            var said = await HelperRun.ReadAsync(HelperPrograms.PdfInfo, ["-f", "1", "-l", most, path], timeLimit);
            var lines = said.Split('\n');
            var pages = lines.Where(line => line.StartsWith("Pages:", StringComparison.Ordinal)).Select(line => int.Parse(line[6..], CultureInfo.InvariantCulture)).FirstOrDefault();
            if (pages == 0) throw new InvalidDataException("No pages.");
            if (pages > mostPages) throw new LimitExceededException(ExtractionReasons.TooLarge);

            var resolutions = lines.Where(line => line.StartsWith("Page ", StringComparison.Ordinal) && line.Contains(" size:", StringComparison.Ordinal)).Select(ResolutionFor).ToArray();
            if (resolutions.Length != pages) throw new InvalidDataException("Pages without a size.");
            await CheckPicturesAsync(path, most, timeLimit);
            return new PdfPages(path, resolutions);
        }

        public override async Task<(string Picture, int Index)> PictureAsync(int number, TimeSpan timeLimit)
        {
            var page = number.ToString(CultureInfo.InvariantCulture);
            var resolution = resolutions[number - 1].ToString("0", CultureInfo.InvariantCulture);
            await HelperRun.ReadAsync(HelperPrograms.PdfToImage, ["-f", page, "-l", page, "-r", resolution, "-gray", "-singlefile", path, Root(number)], timeLimit);
            return (Root(number) + ".pgm", 0);
        }

        public override void Release(int number) => File.Delete(Root(number) + ".pgm");

        private string Root(int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"page{number}"));

        /// <summary>"Page    1 size:  595.32 x 841.92 pts (A4)".</summary>
        private static double ResolutionFor(string line)
        {
            var parts = line[(line.IndexOf("size:", StringComparison.Ordinal) + 5)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var squareInches = double.Parse(parts[0], CultureInfo.InvariantCulture) * double.Parse(parts[2], CultureInfo.InvariantCulture) / (72 * 72);
            var resolution = Math.Min(Resolution, Math.Floor(Math.Sqrt(MostPixels / squareInches)));
            return resolution >= LowestResolution ? resolution : throw new LimitExceededException(ExtractionReasons.TooLarge);
        }

        /// <summary>A page of ordinary size may hold a picture that nobody has room for.</summary>
        private static async Task CheckPicturesAsync(string path, string most, TimeSpan timeLimit)
        {
            var said = await HelperRun.ReadAsync(HelperPrograms.PdfImages, ["-list", "-f", "1", "-l", most, path], timeLimit);
            foreach (var line in said.Split('\n').Skip(2))
            {
                var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (columns.Length > 4 && long.TryParse(columns[3], out var width) && long.TryParse(columns[4], out var height) && width * height > MostPixels)
                    throw new LimitExceededException(ExtractionReasons.TooLarge);
            }
        }
    }
}
