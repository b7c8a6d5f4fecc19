using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.People;

internal sealed record SignatoryFound(Signatory Signatory, int Start, int Length);

/// <summary>Finds who decided or signed; the handläggare of the header and the föredragande are other roles.</summary>
internal static class SignatoryFinder
{
    private static readonly PhraseBook<bool> Decided = new()
    {
        { "beslutats av; beslut .. fattats av; fattats av; beslutet .. fattat* av; beslutad av; undertecknat|undertecknad av; signerat av; godkänts av; avgjorts av", true },
    };

    private static readonly PhraseBook<bool> Titles = new()
    {
        { "vice; tf; verkställande; tillförordnad; vd; vice|tf|tillförordnad .. vd|direktör|chef*|generaldirektör; verkställande direktör; generaldirektör*; överdirektör; ordförande; vice ordförande", true },
        { "förvaltningschef*; förvaltningsdirektör; stadsdirektör; kommundirektör; regiondirektör; direktör; rektor; chefsjurist; förbundsordförande", true },
        { "generalsekreterare; landshövding; länsråd; avdelningschef; enhetschef; kanslichef; bolagsjurist; fastighetschef; rikspolischef; riksåklagare", true },
        { "lagman; president; hovrättspresident; kammarrättspresident; myndighetschef; verksamhetschef; säkerhetschef; hållbarhetschef; trygghetschef; förbundsdirektör", true },
        { "chef|chefen; chefs*; biträdande; ekonomichef; stabschef; utvecklingschef; kommunikationschef; stadsjurist; förbundsjurist; jurist; dekan; prefekt", true },
        { "kommunalråd; borgarråd; nämndsekreterare; registrator; handläggare; utredare; sekreterare; bostadschef; områdeschef; hållbarhetsstrateg; strateg", true },
    };

    private static readonly FrozenSet<string> MinorTitles = FrozenSet.Create(StringComparer.Ordinal,
        "handläggare", "handlaggare", "utredare", "registrator", "sekreterare", "nämndsekreterare", "jurist", "strateg", "föredragande");

    private static readonly FrozenSet<string> NotNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "ab", "box", "stockholm", "stockholms", "stad", "bilaga", "bilagor", "datum", "dnr", "tel", "telefon", "sida", "handläggare", "till", "med", "hälsning",
        "hälsningar", "namn", "enligt", "uppdrag", "org", "postadress", "besöksadress", "växel", "yttrande", "remissvar", "kopia", "sverige", "göteborg", "malmö",
        "nämnden", "styrelsen", "bolaget", "ordförande", "direktör", "sekreterare", "justerare", "justeras", "beslut", "webbplats", "fax", "vänliga", "vänlig", "för");

    public static SignatoryFound? Find(DocumentOutline outline)
    {
        foreach (var sentence in outline.Sentences)
        {
            if (!sentence.Section.IsOwn && sentence.Section.Role != SectionRole.Approval || outline.IsLetterhead(sentence.Line)) continue;
            foreach (var decided in Decided.Find(outline.Words, sentence.FirstWord, sentence.AfterWord))
            {
                if (AfterDecision(outline, decided.After, sentence.AfterWord) is { } found) return found;
            }
        }

        return InSignature(outline) ?? InApproval(outline);
    }

    private static SignatoryFound? AfterDecision(DocumentOutline outline, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + 8); i++)
        {
            if (NameAt(outline, i, end) is not { } after) continue;
            var title = i > first ? Text(outline, first, i) : TitleAfter(outline, after, end);
            return Create(outline, i, after, title);
        }

        return null;
    }

    private static SignatoryFound? InSignature(DocumentOutline outline)
    {
        SignatoryFound? minor = null;
        for (var i = outline.Signature.First; i < outline.Signature.After; i++)
        {
            var line = outline.Lines[i];
            if (line.WordCount > 14 || StartsWithMinorLabel(outline, line)) continue;
            for (var word = line.FirstWord; word < line.AfterWord; word++)
            {
                if (NameAt(outline, word, line.AfterWord) is not { } after) continue;
                var title = TitleAfter(outline, after, line.AfterWord)
                    ?? (word == line.FirstWord && after == line.AfterWord
                        && i + 1 < outline.Signature.After ? TitleOfLine(outline, outline.Lines[i + 1]) : null)
                    ?? TitleBefore(outline, line, word);
                var found = Create(outline, word, after, title);
                if (title is null || IsMinor(title)) minor ??= found;
                else return found;
                word = after;
            }
        }

        return minor;
    }

    private static SignatoryFound? InApproval(DocumentOutline outline)
    {
        foreach (var line in outline.Lines)
        {
            if (outline.SectionOf(line).Role != SectionRole.Approval || line.Kind == LineKind.Heading || line.WordCount > 14) continue;
            if (NameAt(outline, line.FirstWord, line.AfterWord) is { } after)
                return Create(outline, line.FirstWord, after, TitleAfter(outline, after, line.AfterWord));
        }

        return null;
    }

    private static bool StartsWithMinorLabel(DocumentOutline outline, Line line) =>
        line.Length > 0 && outline.Words[line.FirstWord].Plain is "handläggare" or "föredragande" or "kontakt" or "kontaktperson" or "bilaga" or "kopia" or "till";

    /// <summary>The index after a personal name of two to four words that begins at the word, or null.</summary>
    private static int? NameAt(DocumentOutline outline, int first, int end)
    {
        var words = outline.Words;
        var after = first;
        while (after < end && after - first < 4 && IsNameWord(outline, words[after]) && (after == first || words[after].Break is ' ' or '-')
            && !Titles.Any(words, after, after + 1)) after++;
        return after - first >= 2 ? after : null;
    }

    private static bool IsNameWord(DocumentOutline outline, in Word word)
    {
        if (!word.Capital || word.Length < 2 || NotNames.Contains(word.Plain)) return false;
        var text = outline.Text.AsSpan(word.Start, word.Length);
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && c is not ('-' or '’' or '\'')) return false;
        }

        return text[1..].ContainsAnyInRange('a', 'z') && !EndsLikeABody(word.Plain);
    }

    private static bool EndsLikeABody(string word) =>
        word.EndsWith("nämnden", StringComparison.Ordinal) || word.EndsWith("verket", StringComparison.Ordinal)
            || word.EndsWith("myndigheten", StringComparison.Ordinal)
        || word.EndsWith("kontoret", StringComparison.Ordinal) || word.EndsWith("förvaltningen", StringComparison.Ordinal)
            || word.EndsWith("styrelsen", StringComparison.Ordinal);

    private static string? TitleAfter(DocumentOutline outline, int first, int end) =>
        first < end && Titles.Find(outline.Words, first, Math.Min(end, first + 2)).Count > 0 ? Text(outline, first, TitleEnd(outline, first, end)) : null;

    private static string? TitleBefore(DocumentOutline outline, Line line, int name) =>
        name > line.FirstWord && Titles.Any(outline.Words, line.FirstWord, name) ? Text(outline, line.FirstWord, name) : null;

    private static string? TitleOfLine(DocumentOutline outline, Line line) =>
        line.WordCount <= 7 && Titles.Any(outline.Words, line.FirstWord, Math.Min(line.AfterWord, line.FirstWord + 3))
            ? Text(outline, line.FirstWord, TitleEnd(outline, line.FirstWord, line.AfterWord)) : null;

    private static int TitleEnd(DocumentOutline outline, int first, int end)
    {
        var after = first + 1;
        while (after < end && !outline.Words[after].IsNumber && outline.Words[after].Break is ' ' or '-') after++;
        return Math.Min(after, end);
    }

    private static bool IsMinor(string title) => WordReader.Read(title).Any(w => MinorTitles.Contains(w.Plain));

    private static string Text(DocumentOutline outline, int first, int after)
    {
        var start = outline.Words[first].Start;
        return outline.Text.Substring(start, outline.Words[after - 1].End - start);
    }

    private static SignatoryFound Create(DocumentOutline outline, int first, int after, string? title)
    {
        var name = Text(outline, first, after);
        return new SignatoryFound(new Signatory(name, title), outline.Words[first].Start, name.Length);
    }
}
