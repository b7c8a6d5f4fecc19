using System.Globalization;
using System.Text;

namespace Remiss.Intake.Classification.Language;

/// <summary>Cuts a text into words in one pass; markup such as <c>**</c> and <c>&lt;b&gt;</c> falls between them.</summary>
internal static class WordReader
{
    private const string Weights = " -,)(\":;.\n";
    private const int MostIndented = 40;

    public static Word[] Read(string text)
    {
        var words = new List<Word>(text.Length / 6 + 1);
        var pause = '\n';
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == '§' || IsWordCharacter(c))
            {
                var start = i++;
                if (c != '§')
                {
                    while (i < text.Length && (Continues(text, i) || JoinsLines(text, ref i))) i++;
                }

                words.Add(new Word(start, i - start, Vocabulary.Of(text.AsSpan(start, i - start)), pause));
                pause = ' ';
            }
            else if (c == '<' && TagEnd(text, i) is var end and > 0)
            {
                i = end;
            }
            else
            {
                pause = Heavier(pause, c);
                i++;
            }
        }

        return [.. words];
    }

    public static string Fold(string plain)
    {
        if (Ascii.IsValid(plain)) return plain;
        if (plain.All(c => c < 128 || c is 'å' or 'ä' or 'ö' or 'é'))
        {
            return string.Create(plain.Length, plain, (folded, from) =>
            {
                for (var i = 0; i < folded.Length; i++) folded[i] = from[i] switch { 'å' or 'ä' => 'a', 'ö' => 'o', 'é' => 'e', var c => c };
            });
        }

        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(c);
        }

        return folded.ToString();
    }

    public static WordForm ReadForm(ReadOnlySpan<char> spelt)
    {
        var plain = Plain(spelt);
        return new WordForm(plain, Fold(plain), char.IsUpper(spelt[0]), spelt.Length is > 1 and < 6 && IsUpper(spelt));
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool Continues(string text, int i)
    {
        if (IsWordCharacter(text[i])) return true;
        if (i + 1 >= text.Length) return false;
        return text[i] switch
        {
            '-' or '\u00AD' or '’' or '\'' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
            ':' => char.IsLetter(text[i - 1]) && text[i + 1] is 's' or 'n' && (i + 2 >= text.Length || !char.IsLetter(text[i + 2])),
            _ => false,
        };
    }

    /// <summary>A word that a line break has cut goes on in the next line: "förvalt-" and "ningen". In "skol- och" it does not.</summary>
    private static bool JoinsLines(string text, ref int i)
    {
        if (text[i] != '-' || !char.IsLetter(text[i - 1])) return false;
        var next = i + 1;
        while (next < text.Length && text[next] is ' ' or '\r' && next - i < MostIndented) next++;
        if (next >= text.Length || text[next] != '\n') return false;
        next++;
        while (next < text.Length && text[next] == ' ' && next - i < MostIndented) next++;
        if (next >= text.Length || !char.IsLower(text[next])) return false;
        var rest = text.AsSpan(next, Math.Min(6, text.Length - next));
        if (rest.StartsWith("och ") || rest.StartsWith("eller ") || rest.StartsWith("samt ") || rest.StartsWith("resp") || rest.StartsWith("till ")) return false;
        i = next;
        return true;
    }

    private static int TagEnd(string text, int i)
    {
        if (i + 1 >= text.Length || !(char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/')) return 0;
        var end = text.AsSpan(i, Math.Min(24, text.Length - i)).IndexOf('>');
        return end < 0 ? 0 : i + end + 1;
    }

    private static char Heavier(char a, char b)
    {
        b = b switch
        {
            '”' or '“' or '»' or '«' or '„' => '"',
            '!' or '?' or '…' => '.',
            '–' or '—' => '-',
            '[' => '(',
            ']' => ')',
            '|' or '\t' => ';',
            '\r' or '\u2028' or '\u2029' => '\n',
            _ => b,
        };
        return Weights.IndexOf(b, StringComparison.Ordinal) > Weights.IndexOf(a, StringComparison.Ordinal) ? b : a;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c)) return false;
        }

        return true;
    }

    /// <summary>Scans read o as 0, l as 1 and ö as 6: "0ch", "ti1l", "f6rslaget".</summary>
    private static void RestoreLetters(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i == word.Length - 1 || !char.IsLetter(word[i + 1])) continue;
            if (word[i] == '0') word[i] = 'o';
            else if (word[i] is '1' or '6' && i > 0 && char.IsLetter(word[i - 1])) word[i] = word[i] == '1' ? 'l' : 'ö';
        }
    }

    private static string Plain(ReadOnlySpan<char> raw)
    {
        var buffer = raw.Length <= 128 ? stackalloc char[128] : new char[raw.Length];
        var length = 0;
        var letters = 0;
        var lookAlikes = 0;
        var otherDigits = false;
        var composed = true;
        foreach (var c in raw)
        {
            if (c is '-' or '\u00AD' or '’' or '\'' or ':' or '\n' or '\r' or ' ') continue;
            buffer[length++] = char.ToLowerInvariant(c);
            if (char.IsLetter(c)) letters++;
            else if (c is '0' or '1' or '6') lookAlikes++;
            else otherDigits |= char.IsAsciiDigit(c);
            composed &= c < '\u0300' || char.IsLetterOrDigit(c);
        }

        if (length == 0) return raw.ToString();
        var word = buffer[..length];
        if (letters >= 2 && lookAlikes is 1 or 2 && !otherDigits) RestoreLetters(word);
        var plain = word.ToString();
        return composed ? plain : plain.Normalize(NormalizationForm.FormC);
    }
}
