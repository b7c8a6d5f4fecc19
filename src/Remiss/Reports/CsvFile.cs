using System.Text;

namespace Remiss.Reports;

/// <summary>UTF-8 with BOM and semicolons, as Excel in Swedish expects.</summary>
public static class CsvFile
{
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(row => string.Join(';', row.Select(Cell)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")];
    }

    /// <summary>Quoted, and never a formula: a spreadsheet runs what begins with = + - @ or a control character.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' || char.IsControl(text[0])) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
