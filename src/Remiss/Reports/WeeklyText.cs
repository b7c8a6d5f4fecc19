using Remiss.Notifications.Mail;

namespace Remiss.Reports;

/// <summary>The weekly report as plain text.</summary>
public static class WeeklyText
{
    public static string Of(WeeklyStatus status)
    {
        var text = new PlainText().Heading(ReportWords.Title(status)).Paragraph(ReportWords.Summary(status));
        foreach (var item in status.Cases)
            Write(text, item);
        if (status.Unassigned.Count > 0)
        {
            text.Section("Filer utan känt ärende");
            foreach (var document in status.Unassigned)
                text.Item(ReportWords.Document(document));
            text.Gap();
        }

        if (status.Unsettled.Count > 0)
        {
            text.Section("Utskick till dig");
            foreach (var send in status.Unsettled)
                text.Item(ReportWords.OwnSend(send));
            text.Gap();
        }

        return text.Signature(WeeklyMail.Footer).ToString();
    }

    private static void Write(PlainText text, WeeklyCase item)
    {
        text.Section($"{item.Case.Dnr}: {item.Case.Title}").Paragraph(ReportWords.Deadlines(item));
        foreach (var recipient in item.Recipients)
        {
            string[] parts = [ReportWords.Of(recipient.Standing).ToLowerInvariant(), ReportWords.Note(recipient), ReportWords.Dates(recipient)];
            text.Item($"{recipient.Name}: {string.Join("; ", parts.Where(p => p.Length > 0))}");
        }

        text.Gap().Line("De senaste sju dagarna:");
        foreach (var change in ReportWords.Changes(item.Changes))
            text.Item(change);
        text.Gap();
        if (item.TodoCount > 0)
        {
            text.Line("Att ta hand om:");
            foreach (var todo in ReportWords.Todo(item))
                text.Item(todo);
            text.Gap();
        }

        text.Paragraph(ReportWords.Trouble(item));
    }
}
