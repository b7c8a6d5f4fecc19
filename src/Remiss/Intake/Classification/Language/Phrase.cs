namespace Remiss.Intake.Classification.Language;

/// <summary>
/// A wording with room for inflection and words in between: <c>ställer .. positiv* till</c>. <c>a|b</c> are alternatives,
/// <c>stem*</c> any ending, <c>..</c> up to four words, <c>...</c> up to ten. Words from five letters on are compared without
/// the marks of å, ä, ö. <c>{name}</c> is any member of one of the <see cref="WordClasses"/>. A gap never passes the end of a sentence or a semicolon.
/// </summary>
internal sealed class Phrase
{
    /// <summary>The shortest word that is compared without its marks.</summary>
    public const int FoldedFrom = 5;

    private const int ShortGap = 4;
    private const int LongGap = 10;

    private readonly Term[] terms;

    public Phrase(string pattern)
    {
        Pattern = pattern;
        var parts = pattern.Split(' ');
        var read = new List<Term>();
        var gap = 0;
        foreach (var part in parts)
        {
            if (part is ".." or "...")
            {
                gap = part.Length == 2 ? ShortGap : LongGap;
                continue;
            }

            read.Add(Term.Read(part, gap));
            gap = 0;
        }

        terms = [.. read];
        Beginnings = parts[0].Split('|').SelectMany(p => p[0] == '{' ? WordClasses.MembersOf(p[1..^1]) : [p]).Select(Form.Read).Select(f => (f.Folded, f.Stem)).Distinct();
    }

    public string Pattern { get; }

    /// <summary>What a match can begin with: whole words, or the first letters of any word.</summary>
    public IEnumerable<(string Folded, bool Stem)> Beginnings { get; }

    /// <summary>The index after the last word of a match that begins at <paramref name="first"/>, or -1.</summary>
    public int Match(ReadOnlySpan<Word> words, int first, int end) =>
        terms[0].Matches(words[first]) ? MatchRest(words, 1, first + 1, end) : -1;

    private int MatchRest(ReadOnlySpan<Word> words, int term, int at, int end)
    {
        if (term == terms.Length) return at;
        for (var skipped = 0; skipped <= terms[term].Gap && at + skipped < end; skipped++)
        {
            var word = words[at + skipped];
            if (word.Break is '.' or ';') return -1;
            if (!terms[term].Matches(word)) continue;
            if (MatchRest(words, term + 1, at + skipped + 1, end) is var matched and >= 0) return matched;
        }

        return -1;
    }

    private sealed record Term(Form[] Forms, ulong Classes, int Gap)
    {
        public static Term Read(string part, int gap)
        {
            var alternatives = part.Split('|').ToLookup(p => p[0] == '{');
            return new Term([.. alternatives[false].Select(Form.Read)], alternatives[true].Aggregate(0UL, (bits, name) => bits | WordClasses.Bit(name[1..^1])), gap);
        }

        public bool Matches(in Word word)
        {
            if (Classes != 0 && word.Form.IsOneOf(Classes)) return true;
            foreach (var form in Forms)
            {
                if (form.Matches(word)) return true;
            }

            return false;
        }
    }

    private sealed record Form(string Plain, string Folded, bool Stem)
    {
        public static Form Read(string part)
        {
            var stem = part.EndsWith('*');
            var plain = stem ? part[..^1] : part;
            return new Form(plain, WordReader.Fold(plain), stem);
        }

        public bool Matches(in Word word)
        {
            var (have, want) = Plain.Length >= Phrase.FoldedFrom ? (word.Folded, Folded) : (word.Plain, Plain);
            return Stem ? have.StartsWith(want, StringComparison.Ordinal) : string.Equals(have, want, StringComparison.Ordinal);
        }
    }
}
