using System.Security.Cryptography;
using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Local.Host;

/// <summary>Puts files of a watched folder in the inbox, each content under each name once.</summary>
internal sealed class SharedFiles(RemissLedger ledger, InboxWriter inbox, TimeProvider time)
{
    /// <returns>False when it changes while it is read: then it is not quiet yet.</returns>
    public async Task<bool> TakeAsync(string folder, FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
        var version = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        var path = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/').Normalize();
        if (await HasArrivedAsync(path, version, cancellationToken)) return true;

        content.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var whole = new CheckedStream(content, piece => hash.AppendData(piece.Span), () => Check(hash, version));
        try
        {
            await inbox.PutAsync(new Origin(path, version, time.GetUtcNow()), whole, cancellationToken);
            return true;
        }
        catch (ChangedException)
        {
            return false;
        }
    }

    private async Task<bool> HasArrivedAsync(string path, string version, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Arrival(new Arrival { Path = path, Version = version, Organisation = "", Sha256 = "", Size = 0, ArrivedAt = default, StoredAt = default });
        foreach (var partition in (string?[])[InboxPath.Parse(path).Case, LedgerKeys.Unassigned])
        {
            if (partition is not null && await ledger.FindAsync<Arrival>(partition, key, cancellationToken) is not null) return true;
        }

        return false;
    }

    private static void Check(IncrementalHash hash, string version)
    {
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != version) throw new ChangedException();
    }

    private sealed class ChangedException : IOException;
}
