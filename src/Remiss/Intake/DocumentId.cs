namespace Remiss.Intake;

/// <summary>Where a document's row lies: the message of the queues <c>extract</c> and <c>classify</c>.</summary>
/// <param name="Case">Partition of the ledger.</param>
public sealed record DocumentId(string Case, string Organisation, string Sha256);
