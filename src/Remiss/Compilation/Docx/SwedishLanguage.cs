using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

/// <summary>Makes Swedish the language of the text, whatever Word the template was made in.</summary>
internal static class SwedishLanguage
{
    public const string Tag = "sv-SE";

    public static void Set(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart!.Styles!;
        var defaults = styles.DocDefaults ??= new DocDefaults();
        var run = defaults.RunPropertiesDefault ??= new RunPropertiesDefault();
        var properties = run.RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        (properties.Languages ??= new Languages()).Val = Tag;
        foreach (var language in styles.Elements<Style>().SelectMany(s => s.Descendants<Languages>())) language.Val = Tag;
    }
}
