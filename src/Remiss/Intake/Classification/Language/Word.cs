namespace Remiss.Intake.Classification.Language;

/// <summary>A word and its place in the text.</summary>
/// <param name="Break">The weightiest character between the word before and this one: <c>\n . ; : " ( ) ,</c> or a space.</param>
internal readonly record struct Word(int Start, int Length, WordForm Form, char Break)
{
    public int End => Start + Length;

    public string Plain => Form.Plain;

    public string Folded => Form.Folded;

    public bool Capital => Form.Capital;

    public bool IsAllCapitals => Form.IsAllCapitals;

    public bool IsNumber => char.IsAsciiDigit(Form.Plain[0]);
}
