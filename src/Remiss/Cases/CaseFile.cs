using System.Text.Json;

namespace Remiss.Cases;

/// <summary>A case as a file: docs/schemas/case.schema.json.</summary>
public static class CaseFile
{
    /// <param name="register">Null skips the check that the case's organisations are known.</param>
    /// <exception cref="InvalidFileException">With every error in the file.</exception>
    public static Task<RemissCase> ReadAsync(string path, Register? register, CancellationToken cancellationToken) =>
        JsonFile.ReadAsync<RemissCase>(path, "case.schema.json", c => Check(c, register), cancellationToken);

    /// <param name="name">What the text is called in errors.</param>
    /// <inheritdoc cref="ReadAsync"/>
    public static Task<RemissCase> ParseAsync(string text, string name, Register? register, CancellationToken cancellationToken) =>
        JsonFile.ParseAsync<RemissCase>(text, name, "case.schema.json", c => Check(c, register), cancellationToken);

    /// <summary>The case as a file that can be read again.</summary>
    public static string Write(RemissCase remissCase) => JsonSerializer.Serialize(remissCase, RemissJson.File);

    private static IEnumerable<string> Check(RemissCase remissCase, Register? register)
    {
        if (remissCase.RecipientDeadline < remissCase.RemittedOn)
        {
            yield return "recipientDeadline: en dag efter remittedOn väntades";
        }

        if (remissCase.RemitterDeadline < remissCase.RecipientDeadline)
        {
            yield return "remitterDeadline: samma dag som recipientDeadline eller senare väntades";
        }

        foreach (var topic in remissCase.Topics.CountBy(t => t.Id).Where(t => t.Value > 1))
        {
            yield return $"topics: id {topic.Key} står mer än en gång";
        }

        foreach (var (index, _) in remissCase.Files.Index().Where(f => f.Item.Path is null == f.Item.Url is null))
        {
            yield return $"files[{index}]: antingen path eller url väntades";
        }

        foreach (var (index, _) in remissCase.Files.Index().Where(f => f.Item.Url is { Scheme: not ("https" or "http") }))
        {
            yield return $"files[{index}]: en adress som börjar med https:// väntades";
        }

        if (register is null) yield break;

        if (register.Find(remissCase.CoordinatingBody) is null)
        {
            yield return $"coordinatingBody: {remissCase.CoordinatingBody} finns inte i registret";
        }

        foreach (var (index, id) in remissCase.Recipients.Index().Where(r => register.Find(r.Item) is null))
        {
            yield return $"recipients[{index}]: {id} finns inte i registret";
        }
    }
}
