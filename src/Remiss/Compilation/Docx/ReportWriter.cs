using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Docx;

/// <summary>Writes the report as a Word document. The same model and template give the same bytes.</summary>
public static class ReportWriter
{
    public static void Write(ReportModel model, Stream destination) => Write(model, ReportTemplate.Default, destination);

    /// <param name="destination">Need not be seekable; left open.</param>
    public static void Write(ReportModel model, ReportTemplate template, Stream destination)
    {
        using var package = template.Copy();
        using (var document = WordprocessingDocument.Open(package, isEditable: true))
        {
            if (document.DocumentType is WordprocessingDocumentType.Template) document.ChangeDocumentType(WordprocessingDocumentType.Document);
            var main = document.MainDocumentPart!;
            TemplateFields.Fill(main, model.Heading);
            FillSections(main, model);
            SwedishLanguage.Set(main);
            var heading = model.Heading;
            CoreProperties.Replace(document, new(heading.Title, $"Dnr {heading.Dnr}", heading.Coordinator, heading.CompiledAt));
        }

        package.Position = 0;
        PackageBytes.Settle(package, destination, model.Heading.CompiledAt);
    }

    private static void FillSections(MainDocumentPart main, ReportModel model)
    {
        var body = main.Document!.Body!;
        var numbering = ReportNumbering.AddTo(main);
        var bookmarks = body.Descendants<BookmarkStart>().Select(b => int.TryParse(b.Id?.Value, out var id) ? id : 0).DefaultIfEmpty(0).Max();
        var content = new ReportBody(model, numbering, new QuoteParagraphs(bookmarks, numbering), ReportTables.In(body));
        var styles = StyleNames.Of(main);
        foreach (var control in body.Descendants<SdtBlock>().Where(c => TemplatePlaces.Sections.Contains(TemplateFaults.TagOf(c))).ToList())
        {
            var section = new SdtContentBlock(content.Section(TemplateFaults.TagOf(control)!));
            styles.Apply(section);
            foreach (var element in section.ChildElements.ToList())
            {
                element.Remove();
                control.InsertBeforeSelf(element);
            }

            control.Remove();
        }
    }
}
