using System.Text.Json;
using Remiss.Storage;

namespace Remiss.Audit;

/// <summary>The audit log as JSON Lines, in order of time.</summary>
public static class AuditExport
{
    public static async Task WriteAsync(IEnumerable<AuditEntry> entries, Stream to, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            await to.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(entry, RemissJson.Options), cancellationToken);
            await to.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
