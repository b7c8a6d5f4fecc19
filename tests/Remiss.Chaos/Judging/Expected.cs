using System.Text;
using Remiss.Chaos.Inbox;

namespace Remiss.Chaos.Judging;

/// <summary>What must be in a partition, and what may be there besides: versions that their senders replaced before or after they were received.</summary>
internal sealed class Expected
{
    public Expected(IReadOnlyList<FileVersion> versions)
    {
        foreach (var version in versions)
        {
            var key = (version.Blob.Normalize(NormalizationForm.FormC), version.ETag);
            Versions[key] = version;
            if (!version.IsReplaced) MustArrive.Add(key);
            Add(version, version.Content);
        }
    }

    public Dictionary<(string Path, string Version), FileVersion> Versions { get; } = [];

    public HashSet<(string Path, string Version)> MustArrive { get; } = [];

    public HashSet<(string Organisation, string Sha256)> MustBe { get; } = [];

    public Dictionary<(string Organisation, string Sha256), Content> MayBe { get; } = [];

    private void Add(FileVersion version, Content content)
    {
        MayBe[(version.Organisation, content.Sha256)] = content;
        if (!version.IsReplaced) MustBe.Add((version.Organisation, content.Sha256));
        foreach (var attached in content.Attached) Add(version, attached);
    }
}
