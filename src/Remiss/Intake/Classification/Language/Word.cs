namespace Remiss.Intake.Classification.Language;

/// <summary>A word and its place in the text.</summary>
/// <param name="Plain">Lower case, composed, without inner hyphens; a digit that a scan put for a letter is that letter.</param>
/// <param name="Folded">As <paramref name="Plain"/>, without the marks of å, ä, ö and é, which scans lose.</param>
/// <param name="Break">The weightiest character between the word before and this one: <c>\n . ; : " ( ) ,</c> or a space.</param>
internal readonly record struct Word(int Start, int Length, string Plain, string Folded, char Break, bool Capital, bool IsAllCapitals = false)
{
    public int End => Start + Length;

    public bool IsNumber => char.IsAsciiDigit(Plain[0]);
}
