namespace Remiss.Extractor.Pdf;

/// <summary>What was odd, each once, and on which pages text is missing for it.</summary>
internal sealed class PdfRemarks
{
    private readonly List<string> reasons = [];
    private readonly SortedSet<int> pages = [];

    public IReadOnlyList<string> Reasons => reasons;

    public IReadOnlyList<int> Pages => [.. pages];

    public bool Has(string reason) => reasons.Contains(reason);

    public void Add(string reason, int? page = null)
    {
        if (!reasons.Contains(reason)) reasons.Add(reason);
        if (page is { } number) pages.Add(number);
    }
}
