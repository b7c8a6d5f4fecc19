using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification.Evaluation;

/// <summary>A text with the labels that a person gave it: one line of a labelled set.</summary>
public record LabelledText
{
    public required string Id { get; init; }

    /// <summary><c>development</c> or <c>test</c>; what a threshold is chosen on is never what it is tested on.</summary>
    public required string Part { get; init; }

    /// <summary>Texts of one family share their template; no family is in both parts.</summary>
    public required string Family { get; init; }

    public required string Text { get; init; }

    public required DocumentType Type { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>Id of the sender in the register beside the set.</summary>
    public string? Organisation { get; init; }

    public string? Case { get; init; }

    public IReadOnlyList<string> Own { get; init; } = [];

    public IReadOnlyList<string> Counterpart { get; init; } = [];

    public DateOnly? Date { get; init; }

    public string? Signatory { get; init; }

    /// <summary>The range that decides the stance.</summary>
    public int? SpanStart { get; init; }

    public int? SpanLength { get; init; }

    /// <summary>The folder the file lay in: case and organisation.</summary>
    public string? PathCase { get; init; }

    public string? PathOrganisation { get; init; }

    public bool IsMail { get; init; }

    public bool IsAttachment { get; init; }

    /// <summary>Each line a paragraph, as a plain text file gives them.</summary>
    public DocumentText ToDocument()
    {
        var paragraphs = new List<Paragraph>();
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0) end = Text.Length;
            if (!Text.AsSpan(start, end - start).IsWhiteSpace()) paragraphs.Add(new Paragraph(start, end - start, ParagraphKind.Body));
            start = end + 1;
        }

        return new DocumentText(Text, [new PageSpan(0, Text.Length)], paragraphs);
    }
}
