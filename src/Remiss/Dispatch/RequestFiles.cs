using System.Security.Cryptography;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Dispatch;

/// <summary>The files of the request: kept when the case is registered, attached when it is dispatched.</summary>
public sealed class RequestFiles(OriginalStore originals)
{
    /// <summary>What a mail carries without trouble; Graph takes 4 MB with everything around it.</summary>
    public const int LargestMail = 2_500_000;

    /// <param name="file">The case file, beside which they lie.</param>
    /// <returns>The case, with what its files hold.</returns>
    /// <exception cref="InvalidFileException">With every file that is missing, or when they are too large for a mail.</exception>
    public async Task<RemissCase> KeepAsync(RemissCase remissCase, string file, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var attached = remissCase.Files.Where(f => f.Path is not null).Select(f => new FileInfo(Path.Combine(folder, f.Path!))).ToList();
        List<string> errors = [.. attached.Where(f => !f.Exists).Select(f => $"files: {f.Name} finns inte bredvid ärendefilen")];
        if (errors.Count == 0 && attached.Sum(f => f.Length) > LargestMail)
            errors.Add($"files: högst {LargestMail / 1000} kB tillsammans väntades; ange url för de stora");
        if (errors.Count > 0)
            throw new InvalidFileException(file, errors);

        List<RequestFile> kept = [];
        foreach (var request in remissCase.Files)
            kept.Add(request.Path is null ? request : request with { Sha256 = await KeepAsync(Path.Combine(folder, request.Path), cancellationToken) });
        return remissCase with { Files = kept };
    }

    public async Task<IReadOnlyList<MailAttachment>> ReadAsync(RemissCase remissCase, CancellationToken cancellationToken)
    {
        List<MailAttachment> attachments = [];
        foreach (var file in remissCase.Files)
        {
            if (file.Sha256 is { } sha256)
                attachments.Add(new(SingleLine.Of(file.Name), ContentType(file.Name), await originals.ReadAsync(sha256, cancellationToken)));
        }

        return attachments;
    }

    public static string ContentType(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" => "application/pdf",
        ".DOCX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    };

    private async Task<string> KeepAsync(string path, CancellationToken cancellationToken)
    {
        string sha256;
        await using (var content = File.OpenRead(path))
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        await originals.KeepAsync(sha256, path, cancellationToken);
        return sha256;
    }
}
