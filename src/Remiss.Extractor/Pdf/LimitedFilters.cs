using System.IO.Compression;
using Remiss.Intake.Extraction;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Remiss.Extractor.Pdf;

/// <summary>The library's filters; what they would unpack beyond a limit is counted before it is unpacked.</summary>
internal sealed class LimitedFilters(ExtractionLimits limits) : IFilterProvider
{
    /// <summary>What paints a page. A thousand pages of plain text are less.</summary>
    private const long MostContent = 16L << 20;

    /// <summary>No inflated stream is longer than its packed one by more.</summary>
    private const int MostInflation = 1_032;

    private static readonly NameToken[] NotContent = [NameToken.Type, NameToken.Length1, NameToken.Params, NameToken.N];

    private readonly IFilterProvider inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limited(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(inner.GetAllFilters());

    private List<IFilter> Limited(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => filter is FlateFilter ? new LimitedFlate(filter, limits) : filter)];

    private static bool IsContent(DictionaryToken stream) =>
        !NotContent.Any(stream.ContainsKey) && (!stream.TryGet(NameToken.Subtype, out NameToken kind) || kind == NameToken.Form);

    private sealed class LimitedFlate(IFilter inner, ExtractionLimits limits) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var most = IsContent(streamDictionary) ? MostContent : limits.InflatedBytes;
            if (input.Length > most / MostInflation && Inflated(input, most) > most) throw new LimitExceededException(ExtractionReasons.TooLarge);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>A broken stream is the library's to judge; what comes before the fault counts.</summary>
        private static long Inflated(Memory<byte> input, long most)
        {
            var length = 0L;
            try
            {
                using var packed = new MemoryStream(input.ToArray(), writable: false);
                using var stream = new ZLibStream(packed, CompressionMode.Decompress);
                var buffer = new byte[1 << 16];
                int read;
                while (length <= most && (read = stream.Read(buffer)) > 0) length += read;
            }
            catch (InvalidDataException)
            {
                return length;
            }

            return length;
        }
    }
}
