namespace Remiss.Compilation.Docx;

/// <summary>The styles that the report is written in, by their ids in the default template.</summary>
internal static class ReportStyles
{
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Heading3 = "Heading3";
    public const string Quote = "Quote";
    public const string ListBullet = "ListBullet";

    /// <summary>Small print about a quote: where it stands, when the answer came.</summary>
    public const string Remark = "Upplysning";

    /// <summary>What is left for the coordinator, so that it cannot be mistaken for finished text.</summary>
    public const string Scaffold = "Attfyllai";

    public const string ScaffoldBullet = "Attfyllaipunkt";
    public const string Bilaga = "Bilaga";
    public const string BilagaFile = "Bilagafil";
    public const string Table = "Remisstabell";
    public const string TableText = "Tabelltext";

    public const int QuoteIndentation = 340;
    public const int ScaffoldIndentation = 227;

    /// <summary>Every style that a template must have: id here, name in Word, and whether it is a table style.</summary>
    public static IReadOnlyList<(string Id, string Name, bool IsTable)> Needed { get; } =
    [
        (Heading1, "heading 1", false),
        (Heading2, "heading 2", false),
        (Heading3, "heading 3", false),
        (Quote, "Quote", false),
        (ListBullet, "List Bullet", false),
        (Remark, "Upplysning", false),
        (Scaffold, "Att fylla i", false),
        (ScaffoldBullet, "Att fylla i punkt", false),
        (Bilaga, "Bilaga", false),
        (BilagaFile, "Bilagafil", false),
        (TableText, "Tabelltext", false),
        (Table, "Remisstabell", true),
    ];
}
