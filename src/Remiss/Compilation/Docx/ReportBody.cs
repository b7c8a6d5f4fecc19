using DocumentFormat.OpenXml;
using Remiss.Compilation.Bilagor;
using Remiss.Compilation.Report;
using static Remiss.Compilation.Docx.ReportParagraphs;

namespace Remiss.Compilation.Docx;

/// <summary>The report's sections as paragraphs and tables.</summary>
internal sealed class ReportBody(ReportModel model, ReportNumbering numbering, QuoteParagraphs quotes, ReportTables tables)
{
    /// <param name="place">One of <see cref="TemplatePlaces.Sections"/>. To be asked for in the order of the document.</param>
    public IEnumerable<OpenXmlElement> Section(string place) => place switch
    {
        TemplatePlaces.Summary => Summary(),
        TemplatePlaces.Matter => Matter(model.Matter),
        TemplatePlaces.Answers => Answers(),
        TemplatePlaces.OwnView => OwnView(),
        TemplatePlaces.Bilagor => Bilagor(model.Bilagor),
        _ => Approval(model.Approvals),
    };

    private IEnumerable<OpenXmlElement> Summary()
    {
        yield return Text("Sammanfattning", ReportStyles.Heading1);
        foreach (var paragraph in model.Summary) yield return Text(paragraph);
        if (!model.SummaryIsWritten) yield return Text("Att fylla i: koncernledningens sammanfattande bedömning.", ReportStyles.Scaffold);
    }

    private IEnumerable<OpenXmlElement> Matter(MatterSection matter)
    {
        yield return Text("Ärendet", ReportStyles.Heading1);
        foreach (var paragraph in matter.Background) yield return Text(paragraph);
        if (matter.TopicsLead is { } lead) yield return KeptWithNext(Text(lead));
        foreach (var topic in matter.Topics) yield return Bulleted(Text(topic, ReportStyles.ListBullet), null, numbering);
        foreach (var paragraph in matter.Remittal) yield return Text(paragraph);
    }

    private IEnumerable<OpenXmlElement> Answers()
    {
        yield return Text("Underremiss", ReportStyles.Heading1);
        if (model.Answers.Count == 0) yield return Text("Inget remissvar hade inkommit vid sammanställningen.");
        foreach (var element in model.Answers.SelectMany(Answer)) yield return element;

        foreach (var group in model.WithoutAnswer.GroupBy(r => r.Outcome))
        {
            yield return Text(HeadingOf(group.Key), ReportStyles.Heading2);
            foreach (var recipient in group) yield return Text(recipient.Sentence);
        }
    }

    private IEnumerable<OpenXmlElement> Answer(AnswerSection answer)
    {
        yield return Text(answer.Heading, ReportStyles.Heading2);
        foreach (var quote in answer.Quotes)
        {
            if (quote.Before is { Length: > 0 } lead) yield return KeptWithNext(Text(lead));
            yield return KeptWithNext(quotes.InSection(quote, answer.Bilaga));
        }

        if (answer.After is { Length: > 0 } after) yield return KeptWithNext(Text(after));
        if (answer.Quotes.Count == 0 && answer.After is null && !answer.IsSecret)
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

    private IEnumerable<OpenXmlElement> OwnView()
    {
        yield return Text("Koncernledningens synpunkter och förslag", ReportStyles.Heading1);
        foreach (var paragraph in model.OwnView.Assessment) yield return Text(paragraph);
        if (model.OwnView.Assessment.Count == 0)
            yield return Text("Att fylla i: koncernledningens bedömning av förslaget mot bakgrund av remissvaren.", ReportStyles.Scaffold);
        foreach (var paragraph in model.OwnView.Proposal) yield return Text(paragraph);
        if (model.OwnView.Proposal.Count == 0) yield return Text("Att fylla i: förslag till svar på remissen.", ReportStyles.Scaffold);
        if (model.Checks.Count > 0)
        {
            yield return KeptWithNext(Text("Att kontrollera innan utlåtandet lämnas:", ReportStyles.Scaffold));
            foreach (var check in model.Checks)
                yield return Bulleted(Text(check, ReportStyles.ScaffoldBullet), ReportStyles.ScaffoldIndentation, numbering);
        }

        yield return Text("Översikt över ställningstaganden", ReportStyles.Heading2);
        yield return tables.Overview(model.Overview);
        foreach (var element in Topics().Concat(Requests())) yield return element;
    }

    private IEnumerable<OpenXmlElement> Topics()
    {
        if (model.Topics.Count == 0) yield break;

        yield return Text("Synpunkter fråga för fråga", ReportStyles.Heading2);
        foreach (var topic in model.Topics.Where(t => t.Extracts.Count > 0))
        {
            yield return Text(topic.Title, ReportStyles.Heading3);
            yield return tables.Extracts(topic.Title, topic.Extracts, quotes);
        }

        if (Untouched() is { } untouched) yield return AfterTable(Text(untouched, ReportStyles.Remark));
    }

    private string? Untouched()
    {
        var titles = model.Topics.Where(t => t.Extracts.Count == 0).Select(t => SwedishText.Uncapitalised(t.Title)).ToList();
        return titles.Count == 0 ? null : $"Inget av de återgivna utdragen gäller {SwedishText.Join(titles)}.";
    }

    private IEnumerable<OpenXmlElement> Requests()
    {
        if (model.Requests.Count == 0) yield break;

        yield return Text("Önskemål att besvara", ReportStyles.Heading2);
        yield return tables.Extracts("önskemål att besvara", model.Requests, quotes);
    }

    private IEnumerable<OpenXmlElement> Bilagor(IReadOnlyList<Bilaga> bilagor)
    {
        yield return Text("Bilagor", ReportStyles.Heading1);
        if (bilagor.Count == 0) yield return Text("Inga bilagor.");
        foreach (var bilaga in bilagor)
        {
            yield return Numbered(Text(TitleOf(bilaga), ReportStyles.Bilaga), numbering.Bilagor, 0);
            if (bilaga.Files.Count == 1) continue;
            foreach (var file in bilaga.Files)
                yield return Numbered(Text(TitleOf(file), ReportStyles.BilagaFile), numbering.Bilagor, 1);
        }
    }

    private static string TitleOf(Bilaga bilaga) => bilaga.Files.All(f => f.IsSecret) ? $"{bilaga.Title} ({BilagaNames.NotAttached})" : bilaga.Title;

    private static string TitleOf(BilagaFile file) => $"{file.Title} ({(file.IsSecret ? BilagaNames.NotAttached : file.FileName)})";

    private IEnumerable<OpenXmlElement> Approval(IReadOnlyList<Approval> approvals)
    {
        yield return Text("Attesterat av", ReportStyles.Heading1);
        if (approvals.Count > 0) yield return KeptWithNext(Text("Dokumentet har godkänts digitalt av:"));
        yield return tables.Approvals(approvals);
    }
}
