using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>Everything that came in to a case, for the registrar's diary: one row for each arrival, in order of time. Pure.</summary>
public static class Diary
{
    private const string SwedishTimeFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly string[] Header =
    [
        "Vårt diarienummer", "Kom in", "Avsändare", "Avsändarens diarienummer", "Angivet motpartsnummer", "Fil", "SHA-256", "Storlek (byte)", "Väg in",
        "Inlämnad av", "Dokumenttyp", "Daterad", "Läge", "Anmärkning",
    ];

    public static IReadOnlyList<DiaryRow> Of(CaseLedger ledger, Register register)
    {
        var documents = ledger.Documents.Concat(ledger.Moved).ToDictionary(d => (d.Organisation, d.Sha256));
        HashSet<(string, string)> seen = [];
        return
        [
            .. from arrival in ledger.Arrivals
               let document = documents.GetValueOrDefault((arrival.Organisation, arrival.Sha256))
               select new DiaryRow(
                   ledger.Case.Dnr,
                   arrival.ArrivedAt,
                   arrival.Organisation,
                   register.Find(arrival.Organisation)?.Name ?? arrival.Organisation,
                   document?.Classification?.Dnr.Own ?? [],
                   document?.Classification?.Dnr.Counterpart ?? [],
                   arrival.Path,
                   arrival.Sha256,
                   arrival.Size,
                   arrival.Way ?? (arrival.Parent is null ? "inbox" : "attachment"),
                   arrival.Sender,
                   arrival.Parent,
                   document?.Classification is { } labels ? RemissJson.Label(labels.Type) : null,
                   document?.Classification?.Date,
                   document is null ? null : RemissJson.Label(document.State),
                   document is null ? [] : Remarks(ledger, register, document, isRepeated: !seen.Add((arrival.Organisation, arrival.Sha256)))),
        ];
    }

    /// <summary>For a person to read: everything in words, where <see cref="DiaryRow"/> has labels.</summary>
    public static byte[] Csv(IEnumerable<DiaryRow> rows) => CsvFile.Write(rows.Select(Cells).Prepend(Header));

    private static string[] Cells(DiaryRow row) =>
    [
        SingleLine.Of(row.OurDnr),
        SwedishTime.Local(row.ArrivedAt).ToString(SwedishTimeFormat, System.Globalization.CultureInfo.InvariantCulture),
        SingleLine.Of(row.OrganisationName),
        SingleLine.Of(string.Join(", ", row.OwnDnr)),
        SingleLine.Of(string.Join(", ", row.CounterpartDnr)),
        SingleLine.Of(row.File, 400),
        row.Sha256,
        $"{row.Size}",
        WayOf(row),
        SingleLine.Of(row.Sender ?? ""),
        Word<DocumentType>(row.Type, ReportWords.Of),
        $"{row.Date:yyyy-MM-dd}",
        Word<DocumentState>(row.State, ReportWords.Alone),
        SingleLine.Of(string.Join("; ", row.Remarks), 500),
    ];

    private static string WayOf(DiaryRow row) => row.Way switch
    {
        "inbox" => "inkorgen",
        "attachment" => "bilaga till en annan fil",
        "upload" => "uppladdningssidan",
        "form" => "formulär på uppladdningssidan",
        "mail" => "brevlådan",
        "library" => "SharePoint",
        var own => SingleLine.Of(own),
    };

    private static string Word<T>(string? label, Func<T, string> say) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => RemissJson.Label(value) == label).Select(say).FirstOrDefault() ?? SingleLine.Of(label ?? "");

    private static string NameOf(string sha256, Document replaced, CaseLedger ledger) =>
        ledger.DocumentsOf(replaced.Organisation).FirstOrDefault(d => d.Sha256 == sha256) is { } newer
            ? $"{SingleLine.Of(newer.FileName, 120)} ({sha256[..12]}…)"
            : sha256;

    private static string[] Remarks(CaseLedger ledger, Register register, Document document, bool isRepeated) =>
    [
        .. isRepeated ? ["samma innehåll har kommit in förut"] : (string[])[],
        .. document.MovedTo is { } to ? [$"flyttad till {ReportWords.Of(to.Place, register)} av {to.By}"] : (string[])[],
        .. document.MovedFrom is { } from ? [$"flyttad från {ReportWords.Of(from.Place, register)} av {from.By}"] : (string[])[],
        .. document.SupersededBy is { } newer ? [$"ersatt av {NameOf(newer, document, ledger)}"] : (string[])[],
        .. document.Secrecy is { } secrecy ? [$"sekretessmarkerad: {secrecy.Reason}"] : (string[])[],
        .. ledger.CameAfterAttest(document) ? ["kom in efter att utlåtandet attesterades"] : (string[])[],
        .. ledger.Closure is { } closure && document.ArrivedAt > closure.At ? ["kom in efter att ärendet avslutades"] : (string[])[],
        .. document.DisposedAt is { } at ? [$"gallrad {SwedishTime.Date(at):yyyy-MM-dd}"] : (string[])[],
    ];
}

/// <param name="OwnDnr">The sender's numbers, as the document gives them.</param>
/// <param name="CounterpartDnr">Ours, as the document gives them.</param>
/// <param name="File">Where the sender put it.</param>
/// <param name="Way">Which way in: <c>inbox</c>, <c>attachment</c> of a mail, <c>upload</c>, <c>form</c>, <c>mail</c>, <c>library</c>.</param>
/// <param name="Parent">SHA-256 of the mail that carried it.</param>
/// <param name="Remarks">In Swedish.</param>
public sealed record DiaryRow(
    string OurDnr,
    DateTimeOffset ArrivedAt,
    string Organisation,
    string OrganisationName,
    IReadOnlyList<string> OwnDnr,
    IReadOnlyList<string> CounterpartDnr,
    string File,
    string Sha256,
    long Size,
    string Way,
    string? Sender,
    string? Parent,
    string? Type,
    DateOnly? Date,
    string? State,
    IReadOnlyList<string> Remarks);
