namespace Remiss.Extractor.Pdf;

/// <summary>One line as it stands on the page, in points. Left and right lie along the direction of writing, the baseline across it.</summary>
internal sealed record PdfLine
{
    public required string Text { get; init; }

    /// <summary>From 0.</summary>
    public required int Page { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    public required double Baseline { get; init; }

    public required double Size { get; init; }

    public required double FirstWordWidth { get; init; }

    public bool Bold { get; init; }

    /// <summary>Between all its words the page paints blanks, which it hardly does between columns.</summary>
    public bool BlanksArePainted { get; init; }

    /// <summary>Its writer ended it, however far it reaches.</summary>
    public bool EndsByForce { get; init; }

    /// <summary>Degrees; 0 is upright.</summary>
    public int Angle { get; init; }

    /// <summary>0 at the top of the page, 1 at its bottom; 0.5 for a line that is not upright.</summary>
    public double Height { get; init; } = 0.5;

    public bool OverlapsAcross(PdfLine other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0;
}
