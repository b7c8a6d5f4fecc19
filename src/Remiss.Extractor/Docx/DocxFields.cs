using Remiss.Extractor.Text;

namespace Remiss.Extractor.Docx;

/// <summary>Fields inside each other: their code is no text, their result is, except a page number.</summary>
internal sealed class DocxFields
{
    private readonly Stack<Field> open = new();

    public bool IsCode => open.TryPeek(out var inner) && !inner.InResult;

    public bool IsPageNumber => open.TryPeek(out var inner) && inner.IsPageNumber;

    public void Character(string? type)
    {
        if (type is "begin") open.Push(new Field(IsPageNumber));
        else if (type is "separate" && open.TryPeek(out var field)) field.InResult = true;
        else if (type is "end") open.TryPop(out _);
    }

    public void Instruction(string code)
    {
        if (open.TryPeek(out var field)) field.Take(code);
    }

    public void Simple(string code, bool isEmpty)
    {
        if (isEmpty) return;
        var field = new Field(IsPageNumber) { InResult = true };
        field.Take(code);
        open.Push(field);
    }

    public void EndSimple() => open.TryPop(out _);

    private sealed class Field(bool isInPageNumber)
    {
        public bool InResult { get; set; }

        public bool IsPageNumber { get; private set; } = isInPageNumber;

        public void Take(string code) => IsPageNumber |= FieldCode.IsPageNumber(code);
    }
}
