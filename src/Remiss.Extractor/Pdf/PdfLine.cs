namespace Remiss.Extractor.Pdf;

/// <summary>One line as it stands on the page, in points. Left and right lie along the direction of writing, the baseline across it.</summary>
internal sealed record PdfLine
{
    private List<PdfLine>? cells;

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

    /// <summary>These blanks are equally wide, as justification makes them.</summary>
    public bool BlanksAreEven { get; init; }

    /// <summary>Its writer ended it, however far it reaches.</summary>
    public bool EndsByForce { get; init; }

    /// <summary>Degrees; 0 is upright.</summary>
    public int Angle { get; init; }

    /// <summary>0 at the top of the page, 1 at its bottom; 0.5 for a line that is not upright.</summary>
    public double Height { get; init; } = 0.5;

    /// <summary>Where its tabs are: the end of what stands before each, and the start of what stands after.</summary>
    public IReadOnlyList<(double End, double Start)> Gaps { get; init; } = [];

    /// <summary>The pieces between its tabs; the line itself when it has none.</summary>
    public IReadOnlyList<PdfLine> Cells => cells ??= Gaps.Count == 0 ? [this] : Cut();

    public bool OverlapsAcross(PdfLine other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0;

    private List<PdfLine> Cut()
    {
        var texts = Text.Split('\t');
        if (texts.Length != Gaps.Count + 1) return [this];
        var pieces = new List<PdfLine>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            var left = i == 0 ? Left : Gaps[i - 1].Start;
            var right = i == Gaps.Count ? Right : Gaps[i].End;
            var blank = texts[i].IndexOf(' ');
            var firstWord = blank < 0 ? right - left : (right - left) * blank / texts[i].Length;
            if (texts[i].Length > 0) pieces.Add(this with { Text = texts[i], Left = left, Right = right, FirstWordWidth = firstWord, Gaps = [], cells = null });
        }

        return pieces;
    }
}
