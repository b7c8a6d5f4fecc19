using System.Text;
using Remiss.Cases;

namespace Remiss.Reports;

/// <summary>The recipients of a case as a table for a spreadsheet: UTF-8 with BOM and semicolons, as Excel in Swedish expects.</summary>
public static class StatusCsv
{
    private static readonly string[] Header = ["Organisation", "Id", "Status", "Svar senast", "Ställningstagande", "Handlingar"];

    public static byte[] Write(CaseStatus status, Register register)
    {
        var rows = status.Recipients.Select(r => new[]
        {
            register.Find(r.Organisation)?.DisplayName ?? r.Organisation,
            r.Organisation,
            RemissJson.Label(r.Status),
            $"{r.Deadline:yyyy-MM-dd}",
            r.Stance is { } stance ? RemissJson.Label(stance) : "",
            string.Join(", ", r.Documents),
        });
        var lines = rows.Prepend(Header).Select(row => string.Join(';', row.Select(Cell)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")];
    }

    /// <summary>Quoted, and never a formula: a spreadsheet runs what begins with = + - @ or a control character.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' || char.IsControl(text[0])) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
