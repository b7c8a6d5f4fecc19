namespace Remiss.Extractor.Compound;

/// <summary>A folder of a compound file.</summary>
internal sealed class CompoundStorage
{
    private readonly CompoundFile file;
    private readonly List<CompoundEntry> children;

    public CompoundStorage(CompoundFile file, string name, uint top)
    {
        this.file = file;
        Name = name;
        children = file.ChildrenOf(top);
    }

    public string Name { get; }

    public IEnumerable<CompoundStorage> Storages =>
        children.Where(child => child.Kind == CompoundEntryKind.Storage).Select(child => new CompoundStorage(file, child.Name, child.Child));

    public IEnumerable<(string Name, byte[] Content)> Streams =>
        children.Where(child => child.Kind == CompoundEntryKind.Stream).Select(child => (child.Name, file.Content(child)));

    public bool Has(string name) => children.Exists(child => child.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public CompoundStorage? Storage(string name) => Storages.FirstOrDefault(storage => storage.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <returns>The stream's content; null when there is none of that name.</returns>
    public byte[]? Content(string name)
    {
        foreach (var child in children)
        {
            if (child.Kind == CompoundEntryKind.Stream && child.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return file.Content(child);
        }

        return null;
    }
}
