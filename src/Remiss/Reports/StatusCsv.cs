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
        return CsvFile.Write(rows.Prepend(Header));
    }
}
