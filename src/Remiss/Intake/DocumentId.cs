using System.Text.Json.Serialization;

namespace Remiss.Intake;

/// <summary>Where a document's row lies: the message of the queues <c>extract</c> and <c>classify</c>.</summary>
/// <param name="Case">Partition of the ledger.</param>
public sealed record DocumentId(string Case, string Organisation, string Sha256)
{
    /// <summary>The trace that the message belongs to, as W3C writes it; null when nobody traces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }
}
