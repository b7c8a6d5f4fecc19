namespace Remiss.Extractor.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfTarget
{
    Body,
    Header,
    Footer,
    Note,
    FontTable,
    ColourTable,
    StyleSheet,
    Code,
    Nowhere,
}

/// <summary>What holds inside one group, and inside those that it holds until they say otherwise.</summary>
internal record struct RtfState
{
    public RtfTarget Target { get; set; }

    public int Font { get; set; }

    /// <summary>Signs to skip after a Unicode character, the rest of the world's way of writing it.</summary>
    public int Fallback { get; set; }

    public bool IsHidden { get; set; }

    public bool IsDeleted { get; set; }

    public int Colour { get; set; }

    public int Background { get; set; }

    public double Points { get; set; }

    /// <summary>Of the paragraph.</summary>
    public int Style { get; set; }

    /// <summary>Of the paragraph; one more than the file says, 0 for none.</summary>
    public int Heading { get; set; }

    /// <summary>Tables around the paragraph.</summary>
    public int TableDepth { get; set; }

    /// <summary>Of the paragraph.</summary>
    public int Shading { get; set; }

    /// <summary>The group's first word was <c>\*</c>: who does not know its second skips the group.</summary>
    public bool IsOptional { get; set; }

    /// <summary>It is the result of a field that gives the number of the page.</summary>
    public bool IsPageNumber { get; set; }

    public void Plain() => this = this with { IsHidden = false, IsDeleted = false, Colour = 0, Background = 0, Points = 12 };

    public void NewParagraph() => this = this with { Style = 0, Heading = 0, TableDepth = 0, Shading = 0 };
}
