using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

/// <summary>The report's two lists, bullets and bilagor, beside whatever lists the template has.</summary>
/// <param name="Bullets">Id of the numbering, as paragraphs refer to it.</param>
internal sealed record ReportNumbering(int Bullets, int Bilagor)
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static ReportNumbering AddTo(MainDocumentPart main)
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>("rIdRemissNumbering");
        var numbering = part.Numbering ??= new Numbering();
        var scheme = numbering.Elements<AbstractNum>().Select(a => a.AbstractNumberId?.Value ?? 0).DefaultIfEmpty(-1).Max() + 1;
        var number = numbering.Elements<NumberingInstance>().Select(n => n.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max() + 1;
        AddScheme(numbering, Bullet(scheme));
        AddScheme(numbering, Bilaga(scheme + 1));
        AddInstance(numbering, number, scheme);
        AddInstance(numbering, number + 1, scheme + 1);
        return new(number, number + 1);
    }

    /// <summary>Every scheme stands before every instance.</summary>
    private static void AddScheme(Numbering numbering, AbstractNum scheme)
    {
        if (numbering.Elements<AbstractNum>().LastOrDefault() is { } last) last.InsertAfterSelf(scheme);
        else if (numbering.Elements<NumberingInstance>().FirstOrDefault() is { } first) first.InsertBeforeSelf(scheme);
        else numbering.Append(scheme);
    }

    private static void AddInstance(Numbering numbering, int number, int scheme)
    {
        var instance = new NumberingInstance(new AbstractNumId { Val = scheme }) { NumberID = number };
        if (numbering.Elements<NumberingInstance>().LastOrDefault() is { } last) last.InsertAfterSelf(instance);
        else numbering.Elements<AbstractNum>().Last().InsertAfterSelf(instance);
    }

    private static AbstractNum Bullet(int id) => new($"""
        <w:abstractNum {Namespace} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl>
        </w:abstractNum>
        """);

    private static AbstractNum Bilaga(int id) => new($"""
        <w:abstractNum {Namespace} w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Bilaga %1"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="1304"/></w:tabs><w:ind w:left="1304" w:hanging="1304"/></w:pPr></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="1871"/></w:tabs><w:ind w:left="1871" w:hanging="567"/></w:pPr></w:lvl>
        </w:abstractNum>
        """);
}
