using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Docx;

/// <summary>Puts the report's heading where the template has content controls for it. The control goes, its look stays.</summary>
internal static class TemplateFields
{
    public static void Fill(MainDocumentPart main, ReportHeading heading)
    {
        IEnumerable<OpenXmlPartRootElement?> roots = [main.Document, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer)];
        foreach (var control in roots.OfType<OpenXmlPartRootElement>().SelectMany(r => r.Descendants<SdtElement>().ToList()))
        {
            if (ValueOf(TemplateFaults.TagOf(control), heading) is { } value) Fill(control, value);
        }
    }

    private static string? ValueOf(string? tag, ReportHeading heading) => tag switch
    {
        "avsandare" => heading.Author,
        "handlaggare" => heading.CoordinatorTitle.Length == 0 ? heading.Coordinator : $"{heading.Coordinator}, {heading.CoordinatorTitle}",
        "till" => heading.To,
        "datum" => SwedishText.ShortDate(heading.CompiledOn),
        "rubrik" => heading.Title,
        "referens" => heading.Reference,
        "dnr" => heading.Dnr,
        _ => null,
    };

    private static void Fill(SdtElement control, string value)
    {
        var runs = control.Descendants<Run>().ToList();
        var run = ReportParagraphs.Run(value);
        if (runs is [var first, ..])
        {
            if (first.RunProperties is { } look)
            {
                var kept = (RunProperties)look.CloneNode(deep: true);
                if (kept.RunStyle?.Val?.Value == "PlaceholderText") kept.RunStyle.Remove();
                run.PrependChild(kept);
            }

            first.InsertBeforeSelf(run);
            foreach (var shown in runs) shown.Remove();
        }
        else if (control.Descendants<Paragraph>().FirstOrDefault() is { } paragraph)
        {
            paragraph.Append(run);
        }

        Unwrap(control);
    }

    private static void Unwrap(SdtElement control)
    {
        var content = control.ChildElements.FirstOrDefault(c => c is SdtContentBlock or SdtContentRun or SdtContentCell or SdtContentRow);
        foreach (var child in content?.ChildElements.ToList() ?? [])
        {
            child.Remove();
            control.InsertBeforeSelf(child);
        }

        control.Remove();
    }
}
