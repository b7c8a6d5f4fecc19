using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Notifications.Mail;

namespace Remiss.Reports;

/// <summary>How much waits for one coordinator this morning.</summary>
/// <param name="Review">Documents to look at, scans and unreadable ones among them.</param>
/// <param name="Failed">Documents whose processing failed, poisoned ones included.</param>
/// <param name="Unsettled">Sends that were turned away, or that nobody knows the fate of.</param>
public sealed record DailyNotice(DateOnly Day, int Review, int Extensions, int Late, int Failed, int Unsettled)
{
    public static DailyNotice Of(WeeklyStatus status)
    {
        var documents = status.Cases.SelectMany(c => c.NeedingPerson).Concat(status.Unassigned).ToList();
        var failed = documents.Count(d => d.Document.State is DocumentState.Failed);
        return new(
            status.Today,
            documents.Count - failed,
            status.Cases.Sum(c => c.Asking.Count()),
            status.Count(Standing.Late),
            failed,
            status.Unsettled.Count + status.Cases.Sum(c => c.Unsettled.Count));
    }

    public bool IsNeeded => Review + Extensions + Late + Failed + Unsettled > 0;

    public string Subject => $"Remisser {SwedishTime.ShortDate(Day)}: {string.Join(", ", Counts)}";

    public IReadOnlyList<string> Counts =>
    [
        .. Part(Review, "handling att granska", "handlingar att granska"),
        .. Part(Extensions, "begäran om anstånd", "begäranden om anstånd"),
        .. Part(Late, "försenat svar", "försenade svar"),
        .. Part(Failed, "handling som inte kunde behandlas", "handlingar som inte kunde behandlas"),
        .. Part(Unsettled, "utskick att kontrollera", "utskick att kontrollera"),
    ];

    public Letter ToLetter(string name, Uri? page) => new()
    {
        Subject = SingleLine.Of(Subject),
        Preview = string.Join(", ", Counts),
        Heading = "Det här väntar på dig",
        Opening = [$"Hej {SingleLine.Of(name)}!", "I dina remissärenden finns:"],
        Sections =
        [
            new("Att ta hand om", [])
            {
                Items = Counts,
                Action = page is null ? null : new("Öppna remisserna", page),
            },
        ],
        Footer = "Mejlet skickas på arbetsdagar när något väntar på dig och notisen i Teams inte kunde lämnas.",
    };

    private static IEnumerable<string> Part(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [$"1 {one}"],
        _ => [$"{count} {many}"],
    };
}
