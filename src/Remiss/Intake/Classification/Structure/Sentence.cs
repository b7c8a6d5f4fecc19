namespace Remiss.Intake.Classification.Structure;

/// <summary>A sentence, heading or list item as an exact range of the text.</summary>
/// <param name="LeadIn">Index of the sentence that introduces the list this is an item of, or -1.</param>
internal sealed record Sentence(
    int Index, int Start, int Length, int FirstWord, int WordCount, LineKind Kind, Line Line, Section Section, int LeadIn)
{
    public int End => Start + Length;

    public int AfterWord => FirstWord + WordCount;
}
