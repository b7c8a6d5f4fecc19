using Azure;

namespace Remiss.Storage;

/// <summary>A row as it was read, with the ETag that a change of it must match.</summary>
public sealed record Stored<T>(T Value, ETag ETag);
