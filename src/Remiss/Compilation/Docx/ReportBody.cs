using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Remiss.Compilation.Docx.ReportParagraphs;

namespace Remiss.Compilation.Docx;

/// <summary>The report's paragraphs and tables, in order.</summary>
internal static class ReportBody
{
    public static Body Create(ReportModel model, SectionProperties section) => new(
    [
        .. Heading(model.Heading),
        .. Summary(model.Summary),
        .. Matter(model.Matter),
        .. Answers(model),
        .. OwnView(model),
        .. Bilagor(model.Bilagor),
        Text("Attesterat av", ReportStyles.Heading1),
        ReportTables.Attestation(),
        section,
    ]);

    private static IEnumerable<OpenXmlElement> Heading(ReportHeading heading) =>
    [
        Label("Handläggare", heading.CoordinatorTitle.Length == 0 ? heading.Coordinator : $"{heading.Coordinator}, {heading.CoordinatorTitle}"),
        Label("Till", heading.To),
        Label("Datum", SwedishText.ShortDate(heading.CompiledOn)),
        Text(heading.Title, ReportStyles.Title),
        Text(heading.Reference, ReportStyles.Subtitle),
    ];

    private static IEnumerable<OpenXmlElement> Summary(IReadOnlyList<string> paragraphs) =>
    [
        Text("Sammanfattning", ReportStyles.Heading1),
        .. paragraphs.Select(p => Text(p)),
        Text("Att fylla i: koncernledningens sammanfattande bedömning.", ReportStyles.Scaffold),
    ];

    private static IEnumerable<OpenXmlElement> Matter(MatterSection matter)
    {
        yield return Text("Ärendet", ReportStyles.Heading1);
        foreach (var paragraph in matter.Background) yield return Text(paragraph);
        if (matter.TopicsLead is { } lead) yield return KeptWithNext(Text(lead));
        foreach (var topic in matter.Topics) yield return Text(topic, ReportStyles.ListBullet);
        foreach (var paragraph in matter.Remittal) yield return Text(paragraph);
    }

    private static IEnumerable<OpenXmlElement> Answers(ReportModel model)
    {
        yield return Text("Underremiss", ReportStyles.Heading1);
        if (model.Answers.Count == 0) yield return Text("Inget remissvar hade inkommit vid sammanställningen.");

        var quotes = new QuoteParagraphs();
        foreach (var element in model.Answers.SelectMany(a => Answer(a, quotes))) yield return element;

        foreach (var group in model.WithoutAnswer.GroupBy(r => r.Outcome))
        {
            yield return Text(HeadingOf(group.Key), ReportStyles.Heading2);
            foreach (var recipient in group) yield return Text(recipient.Sentence);
        }
    }

    private static IEnumerable<OpenXmlElement> Answer(AnswerSection answer, QuoteParagraphs quotes)
    {
        yield return Text(answer.Heading, ReportStyles.Heading2);
        foreach (var quote in answer.Quotes) yield return KeptWithNext(quotes.Create(quote, answer.Bilaga));
        if (answer.Quotes.Count == 0)
            yield return Text($"Att fylla i: svaret i huvudsak. Det finns i sin helhet i bilaga {answer.Bilaga}.", ReportStyles.Scaffold);
        if (answer.Source is { } source) yield return Text(source, ReportStyles.Remark);
        foreach (var remark in answer.Remarks) yield return Text(remark, ReportStyles.Remark);
    }

    private static string HeadingOf(RecipientOutcome outcome) => outcome switch
    {
        RecipientOutcome.Declined => "Remissinstanser som har avstått från att yttra sig",
        RecipientOutcome.InReview => "Remissinstanser vars handlingar ännu inte är granskade",
        RecipientOutcome.Withdrawn => "Remissinstanser som inte längre omfattas",
        _ => "Remissinstanser som inte har svarat",
    };

    private static IEnumerable<OpenXmlElement> OwnView(ReportModel model)
    {
        yield return Text("Koncernledningens synpunkter och förslag", ReportStyles.Heading1);
        yield return Text("Att fylla i: koncernledningens bedömning av förslaget mot bakgrund av remissvaren.", ReportStyles.Scaffold);
        yield return Text("Att fylla i: förslag till svar på remissen.", ReportStyles.Scaffold);
        if (model.Checks.Count > 0)
        {
            yield return KeptWithNext(Text("Att kontrollera innan utlåtandet lämnas:", ReportStyles.Scaffold));
            foreach (var check in model.Checks) yield return Bulleted(Text(check, ReportStyles.ScaffoldBullet), ReportStyles.ScaffoldIndentation);
        }

        yield return Text("Översikt över ställningstaganden", ReportStyles.Heading2);
        yield return ReportTables.Overview(model.Overview);
    }

    private static IEnumerable<OpenXmlElement> Bilagor(IReadOnlyList<Bilaga> bilagor)
    {
        yield return Text("Bilagor", ReportStyles.Heading1);
        if (bilagor.Count == 0) yield return Text("Inga bilagor.");
        foreach (var bilaga in bilagor)
        {
            yield return Text(bilaga.Title, ReportStyles.Bilaga);
            if (bilaga.Files.Count == 1) continue;
            foreach (var file in bilaga.Files) yield return Text($"{file.Title} ({file.FileName})", ReportStyles.BilagaFile);
        }
    }
}
