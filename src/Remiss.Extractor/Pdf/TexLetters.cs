using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Remiss.Extractor.Pdf;

/// <summary>
/// What the letters of a page are. A font that TeX made of bitmaps names none of its glyphs, so that each letter is but the code that paints it: those of
/// T1 or OT1, which have letters where ASCII has them, and ligatures, dashes, accents and å, ä and ö at places of their own.
/// </summary>
internal sealed class TexLetters
{
    /// <summary>Of letters that have their place in ASCII; the codes of a font that counts its glyphs as they come have fewer.</summary>
    private const double UsualShare = 0.7;

    private const string T1Low = "`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\u200B₀ıȷﬀﬁﬂﬃﬄ";
    private const string T1High = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£";
    private const string OT1Low = "ΓΔΘΛΞΠΣΥΦΨΩﬀﬁﬂﬃﬄıȷ`´ˇ˘¯˚¸ßæœøÆŒØ";

    private readonly HashSet<IFont> textFonts = [];
    private readonly HashSet<IFont> symbolFonts = [];
    private readonly bool isT1;

    public TexLetters(IReadOnlyList<Letter> letters)
    {
        var nameless = Nameless(letters);
        if (nameless.Count == 0) return;
        var codes = letters.Where(letter => letter.GetFont() is { } font && nameless.Contains(font) && IsCode(letter.Value))
            .GroupBy(letter => letter.GetFont()!, letter => letter.Value[0]).ToList();
        var ofText = codes.Where(font => font.Any(char.IsAsciiLetter)).ToList();
        var all = ofText.SelectMany(font => font).Where(code => code != ' ').ToList();
        if (all.Count(code => code is >= ' ' and <= '~') < UsualShare * all.Count) return;
        isT1 = all.Exists(code => code >= 0x80)
            || (all.Exists(code => code is '\x15' or '\x16' or (>= '\x1B' and <= '\x1F')) && !all.Exists(code => code is (>= '\x0B' and <= '\x0F') or '\x7F'));
        textFonts.UnionWith(ofText.Select(font => font.Key));
        symbolFonts.UnionWith(nameless.Except(textFonts));
    }

    public string Value(Letter letter)
    {
        if (textFonts.Count + symbolFonts.Count == 0 || letter.GetFont() is not { } font || !IsCode(letter.Value)) return letter.Value;
        var code = letter.Value[0];
        return textFonts.Contains(font) ? (isT1 ? OfT1(code) : OfOT1(code)).ToString()
            : symbolFonts.Contains(font) ? OfSymbols(code).ToString()
            : letter.Value;
    }

    private static bool IsCode(string? value) => value is [<= '\xFF'];

    /// <summary>Letters come in runs of one font, and the first of most tells that it has names.</summary>
    private static HashSet<IFont> Nameless(IReadOnlyList<Letter> letters)
    {
        var named = new HashSet<IFont>();
        var doubtful = new Dictionary<IFont, HashSet<char>>();
        IFont? last = null;
        foreach (var letter in letters)
        {
            if (letter.GetFont() is not { } font || ReferenceEquals(font, last)) continue;
            if (named.Contains(font) || HasName(font, letter.Value))
            {
                named.Add(font);
                last = font;
            }
            else
            {
                if (!doubtful.TryGetValue(font, out var codes)) doubtful[font] = codes = [];
                if (letter.Value.Length > 0) codes.Add(letter.Value[0]);
            }
        }

        return [.. doubtful.Where(font => !named.Contains(font.Key) && IsNameless(font.Key, font.Value)).Select(font => font.Key)];
    }

    private static bool HasName(IFont font, string value) =>
        value.Length > 0 && (!IsCode(value) || (font.TryGetUnicode(value[0], out var name) && name == value));

    /// <summary>Hardly any code of the font means one of the letters that it gave, so that these are codes themselves; and they are codes of one byte.</summary>
    private static bool IsNameless(IFont font, HashSet<char> codes)
    {
        var known = new HashSet<char>();
        for (var code = 0; code <= 0xFF; code++)
        {
            if (font.TryGetUnicode(code, out var name) && name is [var letter] && codes.Contains(letter)) known.Add(letter);
        }

        if (known.Count * 2 >= codes.Count) return false;
        var bytes = new MemoryInputBytes(new byte[] { (byte)'a', (byte)'b' });
        bytes.MoveNext();
        font.ReadCharacterCode(bytes, out var length);
        return length == 1;
    }

    private static char OfT1(char code) => code switch
    {
        < ' ' => T1Low[code],
        '\'' => '’',
        '`' => '‘',
        '\x7F' => '-',
        >= '\x80' and < '\xC0' => T1High[code - 0x80],
        '\xD7' => 'Œ',
        '\xDF' => 'ẞ',
        '\xF7' => 'œ',
        '\xFF' => 'ß',
        _ => code,
    };

    private static char OfOT1(char code) => code switch
    {
        < ' ' => OT1Low[code],
        '"' => '”',
        '\'' => '’',
        '\\' => '“',
        '^' => 'ˆ',
        '_' => '˙',
        '`' => '‘',
        '{' => '–',
        '|' => '—',
        '}' => '˝',
        '~' => '˜',
        '\x7F' => '¨',
        _ => code,
    };

    /// <summary>Of TeX's fonts of signs (TS1, OMS) those that stand in running text.</summary>
    private static char OfSymbols(char code) => code switch
    {
        '\x00' => '−',
        '\x01' => '·',
        '\x0F' or '\x88' => '•',
        '\x84' => '†',
        '\x85' => '‡',
        '\x87' => '‰',
        '\x97' => '™',
        '\xBF' => '€',
        _ => code,
    };
}
