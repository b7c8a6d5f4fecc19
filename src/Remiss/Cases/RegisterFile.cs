using System.Text.Json;

namespace Remiss.Cases;

/// <summary>The register as a file: docs/schemas/register.schema.json.</summary>
public static class RegisterFile
{
    /// <exception cref="InvalidFileException">With every error in the file.</exception>
    public static async Task<Register> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = await JsonFile.ReadAsync<Content>(path, "register.schema.json", Check, cancellationToken);
        return new Register(file.Organisations);
    }

    /// <param name="name">What the text is called in errors.</param>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<Register> ParseAsync(string text, string name, CancellationToken cancellationToken) =>
        new((await JsonFile.ParseAsync<Content>(text, name, "register.schema.json", Check, cancellationToken)).Organisations);

    /// <summary>The register as a file that can be read again.</summary>
    public static string Write(Register register) => JsonSerializer.Serialize(new Content(register.Organisations), RemissJson.File);

    private static IEnumerable<string> Check(Content file) =>
    [
        .. Repeated(file.Organisations.Select(o => o.Id)).Select(id => $"organisations: id {id} står mer än en gång"),
        .. Repeated(file.Organisations.SelectMany(o => Names(o).Distinct(StringComparer.OrdinalIgnoreCase)))
            .Select(name => $"organisations: namnet {name} hör till mer än en organisation"),
        .. Repeated(file.Organisations.SelectMany(o => o.Domains))
            .Select(domain => $"organisations: domänen {domain} hör till mer än en organisation"),
    ];

    private static IEnumerable<string> Names(Organisation organisation) =>
        organisation.Aliases.Append(organisation.Name).Concat(organisation.ShortName is { } name ? [name] : []);

    private static IEnumerable<string> Repeated(IEnumerable<string> values) =>
        values.GroupBy(v => v, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);

    private sealed record Content(IReadOnlyList<Organisation> Organisations);
}
