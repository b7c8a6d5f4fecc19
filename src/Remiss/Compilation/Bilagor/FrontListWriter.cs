using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Docx;

namespace Remiss.Compilation.Bilagor;

/// <summary>The front list as a Word document in the report's own look.</summary>
internal static class FrontListWriter
{
    public static void Write(FrontList list, CompiledReport report, Stream destination)
    {
        var heading = report.Model.Heading;
        using var package = report.Template.Copy();
        using (var document = WordprocessingDocument.Open(package, isEditable: true))
        {
            if (document.DocumentType is WordprocessingDocumentType.Template) document.ChangeDocumentType(WordprocessingDocumentType.Document);
            var main = document.MainDocumentPart!;
            TemplateFields.Fill(main, heading);
            SwedishLanguage.Set(main);
            var body = main.Document!.Body!;
            var section = body.Elements<SectionProperties>().Last().CloneNode(deep: true);
            var content = new Body(
                ReportParagraphs.Text($"Förteckning över bilagor, dnr {heading.Dnr}", ReportStyles.Heading1),
                ReportParagraphs.Text(Lead(list, heading.CompiledOn)),
                ReportTables.In(body).Bilagor(list.Rows.Select(Cells)));
            StyleNames.Of(main).Apply(content);
            content.Append(section);
            main.Document.Body = content;
            CoreProperties.Replace(document, new($"Förteckning över bilagor, dnr {heading.Dnr}", $"Dnr {heading.Dnr}", heading.Coordinator, heading.CompiledAt));
        }

        package.Position = 0;
        PackageBytes.Settle(package, destination, heading.CompiledAt);
    }

    private static string Lead(FrontList list, DateOnly compiledOn) => list.Rows.Count == 0
        ? "Inga bilagor."
        : $"Bilagorna till tjänsteutlåtandet, så som de förelåg {Report.SwedishText.Date(compiledOn)}. Varje fil är en oförändrad kopia av den som kom in; "
            + "kontrollsumman (SHA-256) visar det.";

    private static string[] Cells(FrontListRow row) =>
    [
        row.Label,
        row.Name,
        row.FileName,
        row.ArrivedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–",
        row.Sha256,
    ];
}
