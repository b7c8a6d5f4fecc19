using Remiss.Intake.Classification.Learned;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Language;

/// <summary>A word as it is spelt, whatever its place; texts use few different ones, so each is read once and kept.</summary>
internal sealed class WordForm(string plain, string folded, bool capital, bool isAllCapitals)
{
    private const int BooksInMask = 64;

    private string? stem;
    private FormTraits? traits;
    private ulong classes;
    private ulong beginsNothing;
    private PhraseRow[]?[] begins = [];

    /// <summary>Lower case, composed, without inner hyphens; a digit that a scan put for a letter is that letter.</summary>
    public string Plain { get; } = plain;

    /// <summary>As <see cref="Plain"/>, without the marks of å, ä, ö and é, which scans lose.</summary>
    public string Folded { get; } = folded;

    public bool Capital { get; } = capital;

    public bool IsAllCapitals { get; } = isAllCapitals;

    public string Stem => stem ??= TitleWords.Stem(Folded);

    public FormTraits Traits => traits ??= new FormTraits(this);

    /// <param name="members">The bits of one or more of <see cref="WordClasses"/>.</param>
    public bool IsOneOf(ulong members)
    {
        if (classes == 0) classes = WordClasses.Of(this);
        return (classes & members) != 0;
    }

    /// <summary>The wordings of a book that the word can begin. Threads that ask at once may each look, and find the same.</summary>
    public PhraseRow[] Begins(int book, PhraseBeginnings beginnings)
    {
        var bit = book < BooksInMask ? 1UL << book : 0;
        if ((beginsNothing & bit) != 0) return [];
        var known = begins;
        if (book < known.Length && known[book] is { } rows) return rows;
        var found = beginnings.Of(Folded);
        if (found.Length == 0 && bit != 0)
        {
            beginsNothing |= bit;
            return found;
        }

        if (book >= known.Length)
        {
            known = new PhraseRow[]?[book + 1];
            begins.CopyTo(known.AsSpan());
        }

        known[book] = found;
        begins = known;
        return found;
    }
}
