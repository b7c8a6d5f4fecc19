using Azure.Data.Tables;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Storage;

/// <summary>The rows of one case by their keys, from which its ledger is put together.</summary>
public sealed class CaseRows
{
    private readonly SortedDictionary<string, object> rows = new(StringComparer.Ordinal);

    public int Count => rows.Count;

    /// <returns>Null when there is no case.</returns>
    public CaseLedger? ToLedger()
    {
        if (Find<RemissCase>(LedgerKeys.Case) is not { } remissCase) return null;

        var documents = All<Document>().OrderBy(d => d.ArrivedAt).ThenBy(d => d.Path, StringComparer.Ordinal).ToLookup(d => d.IsMoved);
        return new CaseLedger(
            remissCase,
            [.. All<Recipient>().OrderBy(r => r.Order)],
            [.. documents[false]],
            [.. All<Arrival>().OrderBy(a => a.ArrivedAt).ThenBy(a => a.Path, StringComparer.Ordinal)],
            [.. All<Send>().OrderBy(s => s.At).ThenBy(s => s.Slot)])
        {
            Closure = Find<CaseClosure>(LedgerKeys.Closure) is { IsClosed: true } closure ? closure : null,
            Disposal = Find<CaseDisposal>(LedgerKeys.Disposal),
            AttestedAt = Find<ReportRecords.Pointer>(LedgerKeys.ReportAttestation)?.At,
            Moved = [.. documents[true]],
        };
    }

    internal void Set(TableEntity row)
    {
        if (Decoded(row) is { } decoded) rows[row.RowKey] = decoded;
    }

    internal void Remove(string rowKey) => rows.Remove(rowKey);

    private T? Find<T>(string rowKey) where T : class => rows.GetValueOrDefault(rowKey) as T;

    private IEnumerable<T> All<T>() => rows.Values.OfType<T>();

    /// <returns>Null for what no ledger holds.</returns>
    private static object? Decoded(TableEntity row) => row.RowKey switch
    {
        LedgerKeys.Case => EntityCodec.Decode<RemissCase>(row),
        LedgerKeys.Closure => EntityCodec.Decode<CaseClosure>(row),
        LedgerKeys.Disposal => EntityCodec.Decode<CaseDisposal>(row),
        LedgerKeys.ReportAttestation => EntityCodec.Decode<ReportRecords.Pointer>(row),
        var key when Is(key, LedgerKeys.RecipientPrefix) => EntityCodec.Decode<Recipient>(row),
        var key when Is(key, LedgerKeys.DocumentPrefix) => EntityCodec.Decode<Document>(row),
        var key when Is(key, LedgerKeys.ArrivalPrefix) => EntityCodec.Decode<Arrival>(row),
        var key when Is(key, LedgerKeys.SendPrefix) => EntityCodec.Decode<Send>(row),
        _ => null,
    };

    private static bool Is(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal);
}
