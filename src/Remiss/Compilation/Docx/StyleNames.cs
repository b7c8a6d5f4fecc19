using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

/// <summary>A document's style ids by name: Word keeps the names of its own styles in English, but gives them ids in its user's language.</summary>
internal sealed class StyleNames
{
    private readonly Dictionary<(string Name, bool IsTable), string> ids = new();

    public static StyleNames Of(MainDocumentPart main)
    {
        var names = new StyleNames();
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style is not { StyleId.Value: { } id, StyleName.Val.Value: { } name }) continue;
            if (style.Type?.Value == StyleValues.Paragraph || style.Type is null) names.ids.TryAdd((Key(name), false), id);
            else if (style.Type.Value == StyleValues.Table) names.ids.TryAdd((Key(name), true), id);
        }

        return names;
    }

    public string? Find(string name, bool isTable) => ids.GetValueOrDefault((Key(name), isTable));

    /// <summary>From the ids that the report is written in to those of this document.</summary>
    public void Apply(OpenXmlElement root)
    {
        var map = ReportStyles.Needed.ToDictionary(s => s.Id, s => Find(s.Name, s.IsTable)!, StringComparer.Ordinal);
        foreach (var style in root.Descendants<ParagraphStyleId>()) style.Val = map[style.Val!.Value!];
        foreach (var style in root.Descendants<TableStyle>()) style.Val = map[style.Val!.Value!];
    }

    private static string Key(string name) => name.ToUpperInvariant();
}
