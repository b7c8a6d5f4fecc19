using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Remiss.Storage;

namespace Remiss.Web.Security;

/// <summary>The keys that forms are protected with, in one blob that all instances share; nobody's addition runs over another's.</summary>
internal sealed class KeyRing(BlobContainers containers) : IXmlRepository
{
    private const string BlobName = "forms.xml";

    private readonly BlobClient blob = containers.Keys.GetBlobClient(BlobName);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read().Keys.Elements()];

    public void StoreElement(XElement element, string friendlyName)
    {
        while (!TryAdd(element))
        {
        }
    }

    private bool TryAdd(XElement element)
    {
        var (keys, etag) = Read();
        keys.Add(new XElement(element));
        try
        {
            blob.Upload(BinaryData.FromString(keys.ToString()), new BlobUploadOptions
            {
                Conditions = etag is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All },
            });
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private (XElement Keys, ETag? ETag) Read()
    {
        try
        {
            var read = blob.DownloadContent().Value;
            return (XElement.Parse(read.Content.ToString()), read.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (new XElement("keys"), null);
        }
    }
}
