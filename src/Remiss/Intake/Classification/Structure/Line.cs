namespace Remiss.Intake.Classification.Structure;

/// <summary>One line of the text without its markup, bullet and surrounding space.</summary>
/// <param name="Level">1–6 where the format gives it, otherwise 0.</param>
/// <param name="FirstWord">Index of its first word among the text's words.</param>
internal sealed record Line(int Index, int Start, int Length, LineKind Kind, int Level, int FirstWord, int WordCount)
{
    public int End => Start + Length;

    public int AfterWord => FirstWord + WordCount;

    public bool IsProse(string text) => Kind is LineKind.Body or LineKind.ListItem && WordCount >= 5
        && (WordCount >= 22 || EndsAsSentence(text));

    public bool EndsAsSentence(string text) => Length > 0 && text[End - 1] is '.' or '!' or '?' or ':' or '”' or '"'
        || Length > 1 && text[End - 1] is ')' or '*' && text[End - 2] == '.';
}

internal enum LineKind
{
    Body,
    Heading,
    ListItem,
    TableRow,

    /// <summary>A page mark or running number such as <c>1 (10)</c>.</summary>
    PageMark,

    /// <summary>Part of an older mail quoted below or inside this one.</summary>
    History,
}
