using System.Collections.Frozen;
using Remiss.Cases;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Organisations;

/// <summary>A body's name in the letterhead or signature that the register does not know.</summary>
internal sealed record UnknownName(string Name, int Start, int Length);

/// <summary>Whom the text itself names as its sender.</summary>
internal sealed record TextSender(Organisation? Organisation, double Confidence, int Start, int Length, UnknownName? Unknown)
{
    public static TextSender None { get; } = new(null, 0, 0, 0, null);
}

/// <param name="CoordinatingBody">Id of the body that sent the underremiss and compiles the answers.</param>
/// <param name="Title">The matter's title; the bodies it names are what the matter is about.</param>
/// <param name="IsCompiledReport">The document gives several bodies' answers one by one.</param>
internal sealed record Matter(string? CoordinatingBody, string Title, bool IsCompiledReport);

/// <summary>Reads the sender from letterhead, signature and first sentences, and keeps the addressee apart.</summary>
internal static class SenderReader
{
    private const int SentencesRead = 8;
    private const double Least = 2;
    private const double Clear = 1.4;

    private static readonly PhraseBook<bool> WhatASenderDoes = new()
    {
        { "har|lämnar|avger|anser|tillstyrker|avstyrker|vill|tackar|välkomnar|ser|ställer|delar|instämmer|föreslår|begär|ansöker|önskar|avstår|anhåller", true },
        { "ber|beslutar|inkommer|yttrar|framför|nedan|konstaterar|bedömer|motsätter|stödjer|stöder|hemställer|tycker|påtalar", true },
    };

    private static readonly PhraseBook<bool> OwnDocument = new()
    {
        { "yttrande*; remissvar*; remissyttrande*; svar; synpunkter; ställningstagande*; tjänsteutlåtande*", true },
    };

    private static readonly PhraseBook<bool> BeforeAnAddressee = new()
    {
        { "till; mottagare; adressat; mellan; remiss från; remissen från; skrivelse från; anmodan från; remitterad* av; på uppdrag av; remiss av; begäran från", true },
    };

    private static readonly FrozenSet<string> BoardEndings = FrozenSet.Create(StringComparer.Ordinal, "nämnden", "nämnd", "kontoret", "förvaltningen", "verket");

    /// <summary>A compiled report names many bodies; only the coordinating body can have written it.</summary>
    public static TextSender ReadCompiledReport(DocumentOutline outline, Register register, string? coordinatingBody)
    {
        var mentions = RegisterNames.Of(register).Find(outline.Words, 0, outline.Words.Length);
        if (mentions.FindIndex(m => m.Organisation.Id == coordinatingBody) is not (var index and >= 0)) return TextSender.None;
        var (first, last) = (outline.Words[mentions[index].First], outline.Words[mentions[index].After - 1]);
        return new TextSender(mentions[index].Organisation, 0.8, first.Start, last.End - first.Start, null);
    }

    public static TextSender Read(DocumentOutline outline, Register register, Matter matter)
    {
        var coordinatingBody = matter.CoordinatingBody;
        var names = RegisterNames.Of(register);
        var title = WordReader.Read(matter.Title);
        var parties = names.Find(title, 0, title.Length).Select(m => m.Organisation.Id).ToHashSet(StringComparer.Ordinal);
        var scores = new Dictionary<string, (Organisation Organisation, double Score, OrganisationMention First)>(StringComparer.Ordinal);
        foreach (var line in outline.Lines)
        {
            var letterhead = outline.IsLetterhead(line);
            if (line.Kind == LineKind.History || !letterhead && !outline.IsSignature(line)) continue;
            foreach (var mention in names.Find(outline.Words, line.FirstWord, line.AfterWord))
            {
                if (letterhead && (IsAddressee(outline, line, mention)
                    || parties.Contains(mention.Organisation.Id) && IsPartOfTitle(outline, line, mention))) continue;
                Add(scores, mention, letterhead ? 3 : 2.5, coordinatingBody);
            }

            foreach (var organisation in DomainsIn(outline, line, register)) Add(scores, new OrganisationMention(organisation, line.FirstWord, line.AfterWord), 2, coordinatingBody);
        }

        ReadSentences(outline, names, scores, coordinatingBody);
        var ranked = scores.Values.OrderByDescending(s => s.Score).ToList();
        var unknown = ranked is [{ Score: >= 2.5 }, ..] && ranked[0].Organisation.Id != coordinatingBody ? null : FindUnknown(outline, names);
        if (ranked is not [var best, ..] || best.Score < Least) return new TextSender(null, 0, 0, 0, unknown);
        var confidence = ranked.Count == 1 || best.Score >= ranked[1].Score * Clear ? 0.9 : 0.6;
        var (first, last) = (outline.Words[best.First.First], outline.Words[best.First.After - 1]);
        return new TextSender(best.Organisation, confidence, first.Start, last.End - first.Start, unknown);
    }

    private static void ReadSentences(
        DocumentOutline outline, RegisterNames names, Dictionary<string, (Organisation, double, OrganisationMention)> scores, string? coordinatingBody)
    {
        var read = 0;
        foreach (var sentence in outline.Sentences)
        {
            if (!sentence.Section.IsOwn || sentence.Section.Role == SectionRole.Background || outline.IsLetterhead(sentence.Line)) continue;
            if (++read > SentencesRead && sentence.Kind != LineKind.Heading) continue;
            foreach (var mention in names.Find(outline.Words, sentence.FirstWord, sentence.AfterWord))
            {
                var near = Math.Min(sentence.AfterWord, mention.After + 4);
                if (OwnDocument.Any(outline.Words, mention.After, Math.Min(near, mention.After + 1))
                    && sentence.Kind == LineKind.Heading) Add(scores, mention, 2, coordinatingBody);
                else if (mention.First <= sentence.FirstWord + 2
                    && WhatASenderDoes.Any(outline.Words, mention.After, Math.Min(near, mention.After + 2))) Add(scores, mention, 2, coordinatingBody);
            }
        }
    }

    private static void Add(
        Dictionary<string, (Organisation Organisation, double Score, OrganisationMention First)> scores, OrganisationMention mention, double score, string? coordinatingBody)
    {
        // The coordinating body stands in most letterheads as the addressee, often without "till".
        if (mention.Organisation.Id == coordinatingBody) score /= 3;
        scores[mention.Organisation.Id] = scores.TryGetValue(mention.Organisation.Id, out var had)
            ? (had.Organisation, had.Score + score, had.First)
            : (mention.Organisation, score, mention);
    }

    private static bool IsAddressee(DocumentOutline outline, Line line, OrganisationMention mention)
    {
        if (BeforeAnAddressee.Any(outline.Words, Math.Max(line.FirstWord, mention.First - 6), mention.First)) return true;
        return line.Index > 0 && outline.Lines[line.Index - 1] is { WordCount: <= 2 } above
            && outline.Words[above.FirstWord].Plain is "till" or "mottagare" or "adressat";
    }

    /// <summary>A letterhead gives the sender's name a line of its own; the title names it among other words, perhaps over two lines.</summary>
    private static bool IsPartOfTitle(DocumentOutline outline, Line line, OrganisationMention mention)
    {
        if (line.WordCount > mention.After - mention.First + 2) return true;
        return line.Index > 0 && outline.Lines[line.Index - 1] is { WordCount: > 1 } above
            && outline.Words[above.AfterWord - 1].Plain is "och" or "mellan" or "med" or "av" or "till" or "för";
    }

    private static IEnumerable<Organisation> DomainsIn(DocumentOutline outline, Line line, Register register)
    {
        var text = outline.Text.AsSpan(line.Start, line.Length);
        if (line.Length > 300 || !text.Contains(".se", StringComparison.OrdinalIgnoreCase) && !text.Contains('@')) return [];
        var owned = outline.TextOf(line);
        return register.Organisations.Where(o => o.Domains.Any(d => owned.Contains(d, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The first name of letterhead, signature and opening; where a unit's name is glued to it, the shorter form found elsewhere.</summary>
    private static UnknownName? FindUnknown(DocumentOutline outline, RegisterNames names)
    {
        var found = UnknownNames(outline, names).ToList();
        if (found is not [var first, ..]) return null;
        return found.Find(n => first.Name.StartsWith(n.Name + " ", StringComparison.OrdinalIgnoreCase)) ?? first;
    }

    private static IEnumerable<UnknownName> UnknownNames(DocumentOutline outline, RegisterNames names)
    {
        foreach (var line in outline.Lines)
        {
            if (line.Kind == LineKind.History || !outline.IsLetterhead(line) && !outline.IsSignature(line)) continue;
            if (UnknownIn(outline, line, line.FirstWord, line.AfterWord, names) is { } name) yield return name;
        }

        foreach (var sentence in outline.Sentences.Where(s => s.Section.IsOwn && !outline.IsLetterhead(s.Line)).Take(3))
        {
            if (UnknownIn(outline, null, sentence.FirstWord, Math.Min(sentence.AfterWord, sentence.FirstWord + 6), names) is { } name) yield return name;
        }
    }

    private static UnknownName? UnknownIn(DocumentOutline outline, Line? line, int from, int end, RegisterNames names)
    {
        var words = outline.Words;
        var known = names.Find(words, from, end);
        for (var i = from; i < end; i++)
        {
            var (first, after) = Span(words, i, from, end);
            if (after <= first || known.Any(k => k.First < after && first < k.After)) continue;
            var mention = new OrganisationMention(null!, first, after);
            if (line is not null && IsAddressee(outline, line, mention)) continue;
            if (line is null && !WhatASenderDoes.Any(words, after, Math.Min(outline.Words.Length, after + 2))) continue;
            var start = words[first].Start;
            var length = words[after - 1].End - start;
            return new UnknownName(outline.Text.Substring(start, length), start, length);
        }

        return null;
    }

    /// <summary>"AB Name Name", "Name Name AB" or a board's one-word name that begins at the word.</summary>
    private static (int First, int After) Span(Word[] words, int i, int from, int end)
    {
        if (RegisterNames.IsCorporate(words[i]) && words[i].Capital)
        {
            var after = i + 1;
            while (after < end && after <= i + 4 && words[after].Break == ' ' && IsNamePart(words[after])
                || after > i + 1 && after < end && words[after].Plain is "hem" && words[after].Break == ' ') after++;
            if (after > i + 1) return (i, after);
            var first = i;
            while (first > from && words[first].Break == ' ' && i - first < 4 && IsNamePart(words[first - 1])) first--;
            return first < i ? (first, i + 1) : (i, i);
        }

        var isBoard = words[i].Capital && words[i].Plain.Length > 10 && BoardEndings.Any(e => words[i].Plain.EndsWith(e, StringComparison.Ordinal));
        return isBoard && (i == from || !words[i - 1].Capital) ? (i, i + 1) : (i, i);
    }

    private static bool IsNamePart(in Word word) => word.Capital && !word.IsNumber && !RegisterNames.IsNotPartOfNames(word)
        && !RegisterNames.IsCorporate(word);
}
