using System.Globalization;
using System.Text;

namespace Remiss.Extractor.Text;

/// <summary>What every character has to pass before it is text: afterwards it is NFC, on one line, and without anything invisible but spaces.</summary>
internal static class TextCleaner
{
    public const char SoftHyphen = '\u00AD';

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static string Clean(string raw)
    {
        if (IsClean(raw)) return raw.Trim(' ', '\t');

        var kept = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (char.IsSurrogate(raw[i]))
            {
                if (i + 1 < raw.Length && char.IsSurrogatePair(raw[i], raw[i + 1])) kept.Append(raw[i]).Append(raw[++i]);
                else kept.Append('\uFFFD');
            }
            else if (raw[i] is >= '\uFB00' and <= '\uFB06')
            {
                kept.Append(Ligatures[raw[i] - '\uFB00']);
            }
            else if (Replacement(raw[i]) is { } replacement)
            {
                kept.Append(replacement);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '\t');
    }

    private static bool IsClean(string raw)
    {
        foreach (var c in raw)
        {
            if (c is (< ' ' or > '~') and not ('\t' or 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö' or 'é' or '–' or '”' or '’' or '§')) return false;
        }

        return true;
    }

    private static char? Replacement(char c) => c switch
    {
        '\t' => c,
        '\n' or '\r' or '\f' or '\v' or '\u2028' or '\u2029' or '\u0085' => ' ',
        SoftHyphen or '\u200B' or '\u2060' or '\uFEFF' or '\u180E' => null,
        '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' => null,
        '\u2010' or '\u2011' => '-',
        >= '\uFFF9' and <= '\uFFFB' => null,
        '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => null,
        >= '\uF020' and <= '\uF0FF' => SymbolFont(c),
        _ when char.IsControl(c) => null,
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator => ' ',
        _ => c,
    };

    /// <summary>The bullets, dashes and ticks of the Symbol and Wingdings fonts, which have no code of their own.</summary>
    private static char SymbolFont(char c) => c switch
    {
        '\uF0B7' or '\uF095' or '\uF06C' or '\uF09F' or '\uF0A0' => '•',
        '\uF0A7' or '\uF06E' => '▪',
        '\uF0A8' or '\uF071' => '□',
        '\uF0D8' => '➢',
        '\uF0E0' or '\uF0AE' => '→',
        '\uF0FC' => '✓',
        '\uF0FE' => '☒',
        '\uF02D' or '\uF0BE' => '–',
        '\uF020' => ' ',
        _ => c,
    };
}
