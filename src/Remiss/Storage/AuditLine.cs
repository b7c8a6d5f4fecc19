using Azure.Data.Tables;

namespace Remiss.Storage;

/// <summary>A line of the audit log as it lies in the table.</summary>
/// <param name="Rows">Keys of the rows that changed together with it, as far as no other line of the same change names them; null when it does not say.</param>
public sealed record AuditLine(string Key, AuditEntry Entry, IReadOnlyList<string>? Rows)
{
    internal const string RowsMember = "rows";
    internal const char RowSeparator = '\n';

    internal static AuditLine Of(TableEntity row) => new(
        row.RowKey,
        EntityCodec.Decode<AuditEntry>(row),
        row.GetString(RowsMember)?.Split(RowSeparator, StringSplitOptions.RemoveEmptyEntries));
}
