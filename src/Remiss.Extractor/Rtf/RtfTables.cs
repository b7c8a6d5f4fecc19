using System.Text;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Rtf;

/// <summary>The fonts, colours and styles at the head of a document.</summary>
internal sealed class RtfTables
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Dictionary<int, Encoding?> fonts = [];
    private readonly List<int?> colours = [];
    private readonly Dictionary<int, int> headings = [];
    private readonly StringBuilder styleName = new();
    private int font;
    private (int Red, int Green, int Blue, bool IsGiven) colour;
    private int style;
    private int outline = -1;

    public Encoding Default { get; private set; } = Windows1252;

    public void CodePage(int number) => Default = Encoded(number) ?? Windows1252;

    /// <summary>Null for a font of symbols, whose letters are none.</summary>
    public Encoding? EncodingOf(int number) => fonts.TryGetValue(number, out var encoding) ? encoding : Default;

    public int HeadingLevel(int number) => headings.GetValueOrDefault(number);

    /// <summary>Null for the reader's own colour of text or paper.</summary>
    public int? Colour(int number) => number >= 0 && number < colours.Count ? colours[number] : null;

    public void FontWord(string word, int value)
    {
        if (word == "f") font = value;
        else if (word == "cpg") fonts[font] = Encoded(value) ?? Default;
        else if (word == "fcharset") fonts[font] = OfCharset(value);
    }

    public void ColourWord(string word, int value)
    {
        colour = word switch
        {
            "red" => colour with { Red = value, IsGiven = true },
            "green" => colour with { Green = value, IsGiven = true },
            "blue" => colour with { Blue = value, IsGiven = true },
            _ => colour,
        };
    }

    public void ColourEnds()
    {
        colours.Add(colour.IsGiven ? ((colour.Red & 0xFF) << 16) | ((colour.Green & 0xFF) << 8) | (colour.Blue & 0xFF) : null);
        colour = default;
    }

    public void StyleWord(string word, int value)
    {
        if (word == "s") style = value;
        else if (word == "outlinelevel") outline = value;
    }

    public void StyleText(string text)
    {
        foreach (var c in text)
        {
            if (c != ';')
            {
                if (styleName.Length < 100) styleName.Append(c);
                continue;
            }

            var level = outline is >= 0 and <= 8 ? Math.Min(outline + 1, 6) : HeadingName.Level(styleName.ToString()) ?? 0;
            if (level > 0) headings[style] = level;
            (style, outline) = (0, -1);
            styleName.Clear();
        }
    }

    private Encoding? OfCharset(int charset) => charset switch
    {
        0 => Windows1252,
        2 => null,
        77 => Encoded(10000),
        128 => Encoded(932),
        129 => Encoded(949),
        134 => Encoded(936),
        136 => Encoded(950),
        161 => Encoded(1253),
        162 => Encoded(1254),
        163 => Encoded(1258),
        177 => Encoded(1255),
        178 => Encoded(1256),
        186 => Encoded(1257),
        204 => Encoded(1251),
        222 => Encoded(874),
        238 => Encoded(1250),
        254 => Encoded(437),
        255 => Encoded(850),
        _ => Default,
    };

    private static Encoding? Encoded(int codePage) =>
        codePage == 65001 ? Encoding.UTF8 : codePage is > 0 and <= 65535 ? CodePagesEncodingProvider.Instance.GetEncoding(codePage) : null;
}
