using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Remiss.Web.Pages;

/// <summary>A file that belongs to all pages. Its address holds the hash of its content, so that it may be kept for ever.</summary>
public sealed class Asset
{
    private const string Immutable = "public, max-age=31536000, immutable";

    private readonly byte[] content;

    private Asset(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        Type = type;
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}";
    }

    public static Asset Styles { get; } = new("remiss.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("remiss.js", "text/javascript; charset=utf-8");

    /// <summary>Of the companies' page alone.</summary>
    public static Asset UploadScript { get; } = new("upload.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    public string Address { get; }

    public string Type { get; }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var asset in (Asset[])[Styles, Script, UploadScript, Icon])
        {
            endpoints.MapGet(asset.Address, (HttpResponse response) =>
            {
                response.Headers.CacheControl = Immutable;
                return Results.Bytes(asset.content, asset.Type);
            }).AllowAnonymous();
        }
    }
}
