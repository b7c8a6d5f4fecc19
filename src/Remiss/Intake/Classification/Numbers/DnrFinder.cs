using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Numbers;

internal enum DnrRole
{
    Own,
    Counterpart,
    Other,

    /// <summary>A label calls it a dnr without saying whose.</summary>
    Unsaid,

    /// <summary>Only its shape says that it is one.</summary>
    Unlabelled,
}

internal readonly record struct DnrFound(string Text, int Start, DnrRole Role, bool InLetterhead)
{
    public int Length => Text.Length;

    /// <summary>In the one form for comparison.</summary>
    public string Normal { get; } = DnrShape.Normalise(Text);
}

/// <summary>Finds the numbers of a text and reads from the words around whose each one is.</summary>
internal static class DnrFinder
{
    private const int LinesALabelReaches = 3;
    private const int LongestLineRead = 4000;

    private static readonly SearchValues<string> PartsOfLabels = SearchValues.Create(["nr", "nummer", "beteckning", "ref", "diarie", "rende"], StringComparison.OrdinalIgnoreCase);

    private static readonly Regex Label = new(
        @"(?<own>v[åa]r[ta]?)\s+(?:dnr|dn|diarie\w*|beteckning\w*|ref\w*|ärende\w*)"
        + @"|(?<counterpart>e(?:r|rt|ra|der|dert))\s+(?:dnr|diarie\w*|beteckning\w*|ref\w*|ärende\w*|remiss(?:nr)?)"
        + @"|(?<counterpart>(?:remiss|regeringskansliets|departementets|remittentens|kommunstyrelsens|remissens)\s+(?:dnr|diarie\w*|beteckning\w*|ärendenummer))"
        + @"|(?<another>\p{L}{4,}s)\s+(?:dnr|diarie\w*|ärendenummer)"
        + @"|(?<unsaid>d(?:ia)?nr|diarie(?:nr|nummer)|diarienummer|ärendenr|ärendenummer|ärendebeteckning|beteckning|reg\.?\s?nr)"
        + @"|(?<date>datum|date)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A label such as "Ref" or "Ärende" says something only where the number follows it.</summary>
    private static readonly Regex CloseLabel = new(
        @"(?:^|\s)(?:ref|referens|ärende)\.?:?\s{0,3}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>"Nämndens dnr" is the sender's own; "trafikkontorets dnr" is another's.</summary>
    private static readonly FrozenSet<string> OwnersOfOwn = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "nämndens", "bolagets", "styrelsens", "förvaltningens", "kontorets", "myndighetens", "verkets", "kommunens", "förbundets", "föreningens", "regionens", "stadens");

    private static readonly FrozenSet<string> WordsBefore = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "dnr", "nr", "nummer", "ref", "ärende", "diarienr");

    private static readonly PhraseBook<bool> AboutTheRequest = new()
    {
        { "remiss från; remiss av; remissen .. från; svar på; yttrande över|angående|avseende; angående .. remiss; er remiss|skrivelse|begäran; rubricerad*", true },
        { "beretts|anmodats|ombetts|förelagts|fått; remitterat*; underremiss*; remiss|remissen|remissvar|remissyttrande; från .. departementet", true },
        { "till .. departementet; kommunstyrelsen; regeringskansliet; finansdepartementet; justitiedepartementet; miljödepartementet", true },
    };

    private static readonly PhraseBook<bool> AboutSomethingElse = new()
    {
        { "tidigare; föregående; nu gällande; gällande; undertecknades; antogs; beslutades; rapport; bilaga; se även; jfr; jämför; förra; tillstånd*; dom; domen; målnummer", true },
    };

    public static List<DnrFound> Find(DocumentOutline outline)
    {
        var found = new List<DnrFound>();
        var waiting = new Queue<DnrRole>();
        var reach = 0;
        foreach (var line in outline.Lines)
        {
            if (line.Kind == LineKind.History) continue;
            reach--;
            if (reach < 0) waiting.Clear();
            ReadLine(outline, line, found, waiting, ref reach);
        }

        return found;
    }

    public static bool Holds(string text, string dnr)
    {
        foreach (var candidate in DnrShape.Candidates(text))
        {
            if (DnrShape.IsSame(Tidy(text, candidate.Index, candidate.Length).Value, dnr)) return true;
        }

        return false;
    }

    private static void ReadLine(DocumentOutline outline, Line line, List<DnrFound> found, Queue<DnrRole> waiting, ref int reach)
    {
        var text = outline.Text.AsSpan(line.Start, Math.Min(line.Length, LongestLineRead));
        var hasDigits = text.ContainsAnyInRange('0', '9');
        var labels = LabelsIn(outline, line, text);
        if (!hasDigits)
        {
            if (labels.Count == 0) return;
            waiting.Clear();
            foreach (var label in labels) waiting.Enqueue(label.Role);
            reach = LinesALabelReaches;
            return;
        }

        var next = 0;
        var pending = new Queue<DnrRole>();
        foreach (var candidate in DnrShape.Candidates(text))
        {
            while (next < labels.Count && labels[next].At <= candidate.Index) pending.Enqueue(labels[next++].Role);
            var (value, start) = Tidy(text, candidate.Index, candidate.Length);
            var isNearLabel = CloseLabel.IsMatch(text[..start]);
            if (IsInsideAnotherNumber(text, start, value.Length) || !DnrShape.CanBeDnr(value, isNearLabel || pending.Count > 0)) continue;
            var role = RoleFromLabels(pending, waiting) ?? (isNearLabel ? DnrRole.Unsaid : null);
            var isAlone = text.Trim().Length == value.Length;
            if (role is null && !DnrShape.IsPlainlyDnr(value) && !(outline.IsLetterhead(line) && isAlone && DnrShape.HoldsYear(value))) continue;
            if (role is DnrRole.Unsaid or null)
                role = FollowsInParentheses(outline, line.Start + start, found) ? DnrRole.Counterpart : RoleFromWords(outline, line, line.Start + start, value, role, isAlone);
            found.Add(new DnrFound(value, line.Start + start, role.Value, outline.IsLetterhead(line)));
        }

        while (next < labels.Count) pending.Enqueue(labels[next++].Role);
        if (pending.Count == 0) return;
        waiting.Clear();
        while (pending.TryDequeue(out var role)) waiting.Enqueue(role);
        reach = LinesALabelReaches;
    }

    private static List<(int At, DnrRole Role)> LabelsIn(DocumentOutline outline, Line line, ReadOnlySpan<char> text)
    {
        var labels = new List<(int, DnrRole)>();
        if (!text.ContainsAny(PartsOfLabels)) return labels;
        foreach (Match match in Label.Matches(text.ToString()))
        {
            if (match.Index > 0 && char.IsLetter(text[match.Index - 1])) continue;
            if (match.Groups["date"].Success) continue;
            var role = match.Groups["own"].Success ? DnrRole.Own
                : match.Groups["counterpart"].Success || IsAnothers(match, text) ? DnrRole.Counterpart
                : DnrRole.Unsaid;
            if (labels.Count > 0 && !outline.IsLetterhead(line) && role == DnrRole.Unsaid && match.Index - labels[^1].Item1 < 8) continue;
            labels.Add((match.Index, role));
        }

        return labels;
    }

    /// <summary>A name that happens to stand before the label, as in "Handläggare Lars Dnr", owns nothing.</summary>
    private static bool IsAnothers(Match match, ReadOnlySpan<char> text) =>
        match.Groups["another"] is { Success: true } owner
        && !OwnersOfOwn.Contains(owner.Value)
        && (char.IsLower(text[match.Index]) || match.Index > 0 && text[match.Index - 1] == '(');

    /// <summary>"Dnr EN 2023/45 (KI2023/02211)": the second is whose matter it is.</summary>
    private static bool FollowsInParentheses(DocumentOutline outline, int start, List<DnrFound> found) =>
        found.Count > 0
        && found[^1] is { Role: not DnrRole.Other } before
        && start > before.Start + before.Length
        && outline.Text.AsSpan(before.Start + before.Length, start - before.Start - before.Length).Trim(' ') is "(";

    private static DnrRole? RoleFromLabels(Queue<DnrRole> pending, Queue<DnrRole> waiting)
    {
        if (pending.TryDequeue(out var role) || waiting.TryDequeue(out role)) return role;
        return null;
    }

    private static DnrRole RoleFromWords(DocumentOutline outline, Line line, int start, string value, DnrRole? labelled, bool isAlone)
    {
        var first = line.FirstWord;
        var after = line.FirstWord;
        while (after < line.AfterWord && outline.Words[after].Start < start)
        {
            // Within running text only the sentence that holds the number says what it is.
            if (outline.Words[after].Break == '.' && outline.Words[after].Capital) first = after;
            after++;
        }

        first = Math.Max(first, after - 40);
        if (AboutSomethingElse.Any(outline.Words, first, after) && !outline.IsLetterhead(line)) return DnrRole.Other;
        if (AboutTheRequest.Any(outline.Words, first, after) && outline.SectionOf(line).Role != SectionRole.Attachments) return DnrRole.Counterpart;
        if (DnrShape.IsMinistry(value)) return DnrRole.Counterpart;
        if (labelled is null) return outline.IsLetterhead(line) || isAlone ? DnrRole.Unlabelled : DnrRole.Other;
        return outline.IsLetterhead(line) || line.WordCount <= 8 ? DnrRole.Unsaid : DnrRole.Other;
    }

    /// <summary>Part of a statute in parentheses, a phone number or a colon number such as 2016:83.</summary>
    private static bool IsInsideAnotherNumber(ReadOnlySpan<char> line, int start, int length)
    {
        var end = start + length;
        if (end < line.Length && (line[end] == ':' && end + 1 < line.Length && char.IsAsciiLetterOrDigit(line[end + 1])
            || char.IsLetterOrDigit(line[end]))) return true;
        if (end < line.Length && line[end] is '%' or '@') return true;
        return start > 0 && (char.IsLetterOrDigit(line[start - 1]) || line[start - 1] is ':' or '@' or '/' or '.' && start > 1
            && char.IsAsciiDigit(line[start - 2]));
    }

    /// <summary>Leaves out a word that only happens to stand before the number: "Dnr 2017/0272" is 2017/0272.</summary>
    private static (string Value, int Start) Tidy(ReadOnlySpan<char> line, int start, int length)
    {
        var value = line.Slice(start, length);
        var letters = 0;
        while (letters < value.Length && char.IsLetter(value[letters])) letters++;
        var word = value[..letters];
        if (WordsBefore.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            var skip = letters;
            while (skip < value.Length && !char.IsLetterOrDigit(value[skip])) skip++;
            start += skip;
            value = value[skip..];
        }

        while (value.Length > 0 && !char.IsLetterOrDigit(value[^1])) value = value[..^1];
        var space = value.LastIndexOf(' ');
        var isBeforeDate = space > 0 && value.Length - space == 5 && value[(space + 1)..].StartsWith("20") && start + value.Length < line.Length && line[start + value.Length] == '-';
        if (isBeforeDate && DnrShape.HoldsYear(value[..space].ToString())) value = value[..space];
        return (value.ToString(), start);
    }
}
