using System.Text;
using Remiss.Cases;
using Remiss.Intake.Extraction;
using Remiss.Notifications;

namespace Remiss.Web.Upload;

/// <summary>What a company states in a form on its page, as the document that is kept of it.</summary>
internal sealed record StatementLetter(string FileName, DocumentText Text)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Text.Text);

    public static StatementLetter MoreTime(UploadVisit visit, DateOnly until, string? why, string writer, DateTimeOffset now) => Write(
        visit, "Begäran om anstånd", writer, now,
        [
            $"{visit.Debtor} ber om att få svara senast {SwedishTime.LongDate(until)}.",
            .. Lines(why is null ? null : $"Skäl: {why}"),
        ]);

    public static StatementLetter Decline(UploadVisit visit, string? why, string writer, DateTimeOffset now) => Write(
        visit, "Besked om att avstå från att yttra sig", writer, now,
        [
            $"{visit.Debtor} avstår från att yttra sig.",
            .. Lines(why),
        ]);

    private static StatementLetter Write(UploadVisit visit, string title, string writer, DateTimeOffset now, IReadOnlyList<string> body)
    {
        var local = SwedishTime.Local(now);
        IReadOnlyList<string> lines =
        [
            title,
            $"Ärende: {SingleLine.Of(visit.Case.Dnr)}, {SingleLine.Of(visit.Case.Title, 400)}",
            $"Från: {SingleLine.Of(visit.Debtor)}",
            $"Till: {SingleLine.Of(visit.Creditor)}",
            .. body,
            $"Skrivet på uppladdningssidan av {writer} {local:yyyy-MM-dd} klockan {local:HH\\:mm\\:ss}. Namnet är uppgivet och inte kontrollerat.",
        ];

        var text = new StringBuilder();
        List<Paragraph> paragraphs = [];
        foreach (var line in lines)
        {
            paragraphs.Add(new(text.Length, line.Length, paragraphs.Count == 0 ? ParagraphKind.Heading : ParagraphKind.Body));
            text.Append(line).Append('\n');
        }

        return new($"{title} {local:yyyy-MM-dd}.txt", new(text.ToString(), [new(0, text.Length)], paragraphs));
    }

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n').Select(line => SingleLine.Of(line, 2000)).Where(line => line.Length > 0);
}
