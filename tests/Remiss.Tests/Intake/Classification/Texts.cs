using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Tests.Intake.Classification;

/// <summary>Builds what the classifier reads: a text as the extractor gives it, a register and a case.</summary>
internal static class Texts
{
    public static Register Register { get; } = new(
    [
        new Organisation { Id = "stadshus", Name = "Stockholms Stadshus AB", Aliases = ["koncernledningen"], Domains = ["stadshusab.example"] },
        new Organisation { Id = "sisab", Name = "Skolfastigheter i Stockholm AB", ShortName = "SISAB", Domains = ["sisab.example"] },
        new Organisation { Id = "svenska-bostader", Name = "AB Svenska Bostäder", ShortName = "Svenska Bostäder", Domains = ["svebo.example"] },
        new Organisation { Id = "familjebostader", Name = "AB Familjebostäder", ShortName = "Familjebostäder", Domains = ["fambo.example"] },
        new Organisation { Id = "stockholmshem", Name = "AB Stockholmshem", ShortName = "Stockholmshem", Domains = ["sthlmhem.example"] },
        new Organisation { Id = "trafiknamnden", Name = "Trafiknämnden", Domains = ["stad.example"] },
        new Organisation { Id = "goteborg-energi", Name = "Göteborg Energi AB", Domains = ["gbgenergi.example"] },
        new Organisation { Id = "umea-universitet", Name = "Umeå universitet" },
    ]);

    public static RemissCase Case { get; } = new()
    {
        Id = "ks-2023-740",
        Dnr = "KS 2023/740",
        Title = "Övergripande samverkansöverenskommelse mellan Stockholms stad och Polisregion Stockholm",
        Remitter = "Kommunstyrelsen",
        CoordinatingBody = "stadshus",
        EarlierDnr = ["KS 2019/656"],
        RemittedOn = new(2023, 8, 28),
        RemitterDeadline = new(2023, 11, 1),
        RecipientDeadline = new(2023, 10, 2),
        Coordinators = [new("Alva Exempel", "Handläggare", "alva@stadshusab.example")],
        Topics =
        [
            new("unga", "Unga i riskzon") { Keywords = ["ungdom", "skola"] },
            new("platser", "Otrygga och brottsutsatta platser") { Keywords = ["plats"] },
            new("uppfoljning", "Uppföljning och utvärdering") { Keywords = ["följas upp", "uppfölj", "utvärder"] },
        ],
        Recipients = ["sisab", "svenska-bostader", "familjebostader", "stockholmshem", "trafiknamnden"],
    };

    public static RemissCase OtherCase { get; } = Case with
    {
        Id = "ks-2022-111",
        Dnr = "KS 2022/111",
        Title = "Program för klimatanpassning av stadens byggnader",
        EarlierDnr = [],
        Topics = [],
    };

    public static ClassificationContext Unknown { get; } = new();

    public static ClassificationContext InFolder(string organisation) => new()
    {
        Register = Register,
        OpenCases = [Case, OtherCase],
        PathCase = Case.Id,
        PathOrganisation = organisation,
        ArrivedOn = new(2023, 10, 15),
    };

    public static MailHeader From(string address) => new() { From = address, Subject = "", Date = new(2023, 9, 29, 10, 0, 0, TimeSpan.FromHours(2)) };

    /// <summary>Each line a paragraph, all of the kind Body, as a plain text file gives them.</summary>
    public static DocumentText Plain(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var paragraphs = new List<Paragraph>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!string.IsNullOrWhiteSpace(text[start..end])) paragraphs.Add(new Paragraph(start, end - start, ParagraphKind.Body));
            start = end + 1;
        }

        return new DocumentText(text, [new PageSpan(0, text.Length)], paragraphs);
    }

    /// <summary>As a word processor gives it: <c># </c> is a heading, <c>- </c> a list item; the marks themselves are not in the text.</summary>
    public static DocumentText Styled(string text)
    {
        var result = new System.Text.StringBuilder();
        var paragraphs = new List<Paragraph>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var level = line.TakeWhile(c => c == '#').Count();
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            var content = line[(level > 0 ? level + 1 : isItem ? 2 : 0)..];
            var kind = level > 0 ? ParagraphKind.Heading : isItem ? ParagraphKind.ListItem : line.Contains('\t', StringComparison.Ordinal) ? ParagraphKind.TableRow : ParagraphKind.Body;
            paragraphs.Add(new Paragraph(result.Length, content.Length, kind, level));
            result.Append(content).Append('\n');
        }

        return new DocumentText(result.ToString(), [new PageSpan(0, result.Length)], paragraphs);
    }

    public static ClassificationResult Classify(string text, ClassificationContext? context = null) =>
        new DocumentClassifier().Classify(Plain(text), context ?? Unknown);
}
