using System.Collections.Frozen;

namespace Remiss.Cases;

/// <summary>All organisations that the office knows, by id.</summary>
public sealed class Register(IReadOnlyList<Organisation> organisations)
{
    private readonly FrozenDictionary<string, Organisation> byId = organisations.ToFrozenDictionary(o => o.Id, StringComparer.Ordinal);

    public static Register Empty { get; } = new([]);

    public IReadOnlyList<Organisation> Organisations => organisations;

    public Organisation? Find(string id) => byId.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No organisation has the id.</exception>
    public Organisation this[string id] =>
        Find(id) ?? throw new KeyNotFoundException($"Organisation '{id}' is not in the register. Add it to the register file.");
}
