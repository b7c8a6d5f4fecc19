using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

/// <summary>What a template lacks, for the person who made it.</summary>
internal static class TemplateFaults
{
    public static IReadOnlyList<string> Of(WordprocessingDocument document)
    {
        if (document.DocumentType is WordprocessingDocumentType.MacroEnabledDocument or WordprocessingDocumentType.MacroEnabledTemplate)
            return ["mallen innehåller makron. Spara den som .docx eller .dotx."];
        if (document.MainDocumentPart?.Document?.Body is not { } body) return ["mallen har inget innehåll."];

        var styles = StyleNames.Of(document.MainDocumentPart);
        return
        [
            .. ReportStyles.Needed.Where(s => styles.Find(s.Name, s.IsTable) is null)
                .Select(s => $"{(s.IsTable ? "tabellformatet" : "formatmallen")} ”{s.Name}” saknas. Lägg till det, eller utgå från standardmallen (remiss template)."),
            .. TemplatePlaces.Sections.Select(tag => FaultOf(tag, body)).OfType<string>(),
            .. body.Elements<SectionProperties>().Any() ? Array.Empty<string>() : ["mallen saknar sidinställningar (avsnittets format)."],
        ];
    }

    private static string? FaultOf(string tag, Body body)
    {
        var controls = body.Descendants<SdtElement>().Where(c => TagOf(c) == tag).ToList();
        return controls switch
        {
            [] => $"innehållskontrollen med taggen ”{tag}” saknas.",
            [SdtBlock] => null,
            [_] => $"innehållskontrollen med taggen ”{tag}” ska omge hela stycken, inte text i ett stycke.",
            _ => $"innehållskontrollen med taggen ”{tag}” finns mer än en gång.",
        };
    }

    public static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;
}
