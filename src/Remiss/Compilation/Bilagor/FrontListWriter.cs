using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Docx;

namespace Remiss.Compilation.Bilagor;

/// <summary>The front list as a Word document in the report's own look.</summary>
internal static class FrontListWriter
{
    private const int LandscapeTextWidth = 13_950;

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
            var section = Landscape((SectionProperties)body.Elements<SectionProperties>().Last().CloneNode(deep: true));
            var content = new Body(
                ReportParagraphs.Text($"Förteckning över bilagor, dnr {heading.Dnr}", ReportStyles.Heading1),
                ReportParagraphs.Text(Lead(list, heading.CompiledOn)),
                new ReportTables(LandscapeTextWidth).Bilagor(list.Rows.Select(Cells)));
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

    private static SectionProperties Landscape(SectionProperties section)
    {
        section.RemoveAllChildren<PageSize>();
        section.RemoveAllChildren<PageMargin>();
        OpenXmlElement[] page =
        [
            new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = 1418, Bottom = 1134, Left = 1444, Right = 1444, Header = 624, Footer = 567, Gutter = 0 },
        ];
        var lastReference = section.Elements<HeaderFooterReferenceType>().LastOrDefault();
        foreach (var element in page.Reverse())
        {
            if (lastReference is null) section.PrependChild(element);
            else lastReference.InsertAfterSelf(element);
        }

        return section;
    }
}
