using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.People;

internal sealed record SignatoryFound(Signatory Signatory, int Start, int Length);

/// <summary>Finds who decided or signed; the handläggare of the header and the föredragande are other roles.</summary>
internal static class SignatoryFinder
{
    private const string Secretary = "vid protokollet";

    private static readonly PhraseBook<bool> Decided = new()
    {
        { "beslutats av; beslut .. fattats av; fattats|fattades av; beslutet .. fattat* av; beslutad av; undertecknat|undertecknad av; signerat av; godkänts .. av; avgjorts av", true },
    };

    /// <summary>"Generaldirektören … har beslutat": said after the name.</summary>
    private static readonly PhraseBook<bool> Decides = new()
    {
        { "har .. beslutat; beslutat .. om|i|detta; har .. fattat .. beslut; fattat beslut; beslutade .. om|i|detta", true },
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

    private static readonly string[] TitleEndings = ["direktör", "direktören", "chef", "chefen", "ordförande", "ordföranden", "rektor", "professor", "landshövdingen", "arkitekt", "läkare"];

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

            if (Decides.Any(outline.Words, sentence.FirstWord, sentence.AfterWord) && WithTitle(outline, sentence) is { } decider) return decider;
        }

        return InSignature(outline) ?? InApproval(outline);
    }

    private static SignatoryFound? AfterDecision(DocumentOutline outline, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + 8); i++)
        {
            if (outline.Words[i].Plain is "efter" or "föredragning") return null;
            if (NameAt(outline, i, end) is not { } after) continue;
            var title = i > first ? Text(outline, first, i) : TitleAfter(outline, after, end);
            return Create(outline, i, after, title);
        }

        return null;
    }

    /// <summary>The first name of a sentence whose title stands right before it: "generaldirektör Anna Exempel".</summary>
    private static SignatoryFound? WithTitle(DocumentOutline outline, Sentence sentence)
    {
        for (var i = sentence.FirstWord + 1; i < sentence.AfterWord; i++)
        {
            if (NameAt(outline, i, sentence.AfterWord) is not { } after) continue;
            return IsTitle(outline, i - 1) && !MinorTitles.Contains(outline.Words[i - 1].Plain) ? Create(outline, i, after, Text(outline, i - 1, i)) : null;
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
            var keepsMinutes = i > 0 && IsOfSecretary(outline, outline.Lines[i - 1]);
            for (var word = line.FirstWord; word < line.AfterWord; word++)
            {
                if (NameAt(outline, word, line.AfterWord) is not { } after) continue;
                var title = TitleAfter(outline, after, line.AfterWord)
                    ?? (word == line.FirstWord && (after == line.AfterWord || StandsApart(outline, after))
                        && i + 1 < outline.Signature.After ? TitleOfLine(outline, outline.Lines[i + 1]) : null)
                    ?? TitleBefore(outline, line, word);
                var found = Create(outline, word, after, title);
                if (title is null || IsMinor(title) || keepsMinutes) minor = Better(minor, found, keepsMinutes);
                else return found;
                word = after;
            }
        }

        return minor;
    }

    /// <summary>Of two without a title the first; who kept the minutes only where nobody else signed.</summary>
    private static SignatoryFound Better(SignatoryFound? first, SignatoryFound found, bool keepsMinutes) =>
        first is null || first.Signatory.Title == Secretary && !keepsMinutes ? found with { Signatory = keepsMinutes ? found.Signatory with { Title = Secretary } : found.Signatory } : first;

    private static bool IsOfSecretary(DocumentOutline outline, Line line) =>
        line is { WordCount: 2 } && outline.Words[line.FirstWord].Plain == "vid" && outline.Words[line.FirstWord + 1].Plain == "protokollet";

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
        line.Length > 0 && outline.Words[line.FirstWord].Plain is "handläggare" or "föredragande" or "kontakt" or "kontaktperson" or "bilaga" or "kopia" or "till" or "för" or "på";

    /// <summary>The index after a personal name of two to four words that begins at the word, or null.</summary>
    private static int? NameAt(DocumentOutline outline, int first, int end)
    {
        var words = outline.Words;
        var after = first;
        while (after < end && after - first < 4 && (IsNameWord(outline, words[after]) || after > first && after + 1 < end && IsParticle(words[after]) && IsNameWord(outline, words[after + 1])) && (after == first || words[after].Break is ' ' or '-' && !StandsApart(outline, after))
            && !Titles.Any(words, after, after + 1)) after++;
        return after - first >= 2 ? after : null;
    }

    private static bool IsParticle(in Word word) => word.Plain is "af" or "von" or "de" or "van" or "der";

    /// <summary>Two who sign side by side stand on one line with a gap between.</summary>
    private static bool StandsApart(DocumentOutline outline, int word) => outline.Words[word].Start - outline.Words[word - 1].End > 2;

    private static bool IsTitle(DocumentOutline outline, int word) =>
        Titles.Any(outline.Words, word, word + 1) || Array.Exists(TitleEndings, e => outline.Words[word].Plain.EndsWith(e, StringComparison.Ordinal));

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
        first < end && !StandsApart(outline, first) && HoldsTitle(outline, first, Math.Min(end, first + 2)) ? Text(outline, first, TitleEnd(outline, first, end)) : null;

    private static string? TitleBefore(DocumentOutline outline, Line line, int name) =>
        name > line.FirstWord && Titles.Any(outline.Words, line.FirstWord, name) ? Text(outline, line.FirstWord, name) : null;

    private static string? TitleOfLine(DocumentOutline outline, Line line) =>
        line.WordCount <= 7 && HoldsTitle(outline, line.FirstWord, Math.Min(line.AfterWord, line.FirstWord + 3))
            ? Text(outline, line.FirstWord, TitleEnd(outline, line.FirstWord, line.AfterWord)) : null;

    private static bool HoldsTitle(DocumentOutline outline, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsTitle(outline, i)) return true;
        }

        return Titles.Any(outline.Words, first, end);
    }

    private static int TitleEnd(DocumentOutline outline, int first, int end)
    {
        var after = first + 1;
        while (after < end && !outline.Words[after].IsNumber && outline.Words[after].Break is ' ' or '-' && !StandsApart(outline, after)) after++;
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
