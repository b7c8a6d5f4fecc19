using AngleSharp.Dom;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Html;

/// <summary>
/// Measures how deep a page nests, and how large it grows, while its tree is made, which takes time by the square of the depth. Only the tree tells: what an end tag
/// ends, what a comment hides and which elements end by themselves are the parser's to decide.
/// </summary>
internal sealed class HtmlNesting(ExtractionLimits limits)
{
    private readonly Dictionary<INode, int> depths = new(ReferenceEqualityComparer.Instance);
    private IElement? last;
    private int elements;
    private int templates;

    /// <summary>To be called for each element before it has its place in the tree.</summary>
    public void Add(IElement created)
    {
        if (++elements > limits.Elements) throw new LimitExceededException(ExtractionReasons.TooLarge);
        if (last is not null) Check(last);
        last = created;

        // What is inside a template is a tree of its own.
        if (created.LocalName == "template" && ++templates > limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
    }

    private void Check(IElement element)
    {
        var above = 0;
        INode? node = element;
        int known;
        while (!depths.TryGetValue(node, out known) && node.Parent is { } parent)
        {
            node = parent;
            above++;
            if (above > limits.Depth) break;
        }

        var depth = known + above;
        if (depth > limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
        depths[element] = depth;
    }
}
