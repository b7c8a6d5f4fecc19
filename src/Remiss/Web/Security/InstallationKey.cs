using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Remiss.Storage;

namespace Remiss.Web.Security;

/// <summary>The installation's secret. Each use of it has a key of its own, derived from it, so that none says anything about another.</summary>
public sealed class InstallationKey(BlobContainers containers, IOptions<SecurityOptions> options)
{
    private const string BlobName = "installation-key";
    private const string VaultReference = "@Microsoft.KeyVault(";
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> secret = new(() => Read(containers.Keys, options.Value.Key), LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="InvalidOperationException">The setting holds a reference that the platform has not resolved.</exception>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, KeyBytes, info: Encoding.UTF8.GetBytes("remiss " + purpose));

    private static byte[] Read(BlobContainerClient keys, string? setting) => setting switch
    {
        null or "" => FromStorage(keys.GetBlobClient(BlobName)),
        _ when setting.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase) => throw new InvalidOperationException(
            "The setting Security__Key holds a Key Vault reference that has not been resolved. See that the secret exists and that the app may read "
            + "it, then restart the app (docs/deploy.md, When it does not start)."),
        _ => Encoding.UTF8.GetBytes(setting),
    };

    private static byte[] FromStorage(BlobClient blob)
    {
        try
        {
            var made = RandomNumberGenerator.GetBytes(KeyBytes);
            blob.Upload(BinaryData.FromBytes(made), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } });
            return made;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return blob.DownloadContent().Value.Content.ToArray();
        }
    }
}
