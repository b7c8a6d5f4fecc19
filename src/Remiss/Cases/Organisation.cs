using System.Text.Json.Serialization;

namespace Remiss.Cases;

/// <summary>A body in the register: a company, a board, an authority or an association.</summary>
public sealed record Organisation
{
    public required string Id { get; init; }

    /// <summary>The legal name: <c>Skolfastigheter i Stockholm AB</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the report calls it; the legal name where nothing shorter is given.</summary>
    public string? ShortName { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? OrganisationNumber { get; init; }

    /// <summary>Mail domains without @: <c>sisab.se</c>.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    [JsonIgnore]
    public string DisplayName => ShortName ?? Name;
}

public sealed record Contact(string Name, string Mail, ContactRole Role, string? EntraId = null);

public enum ContactRole
{
    /// <summary>Gets the request and the reminders.</summary>
    Answerer,

    Registrar,

    /// <summary>Gets reminders too once the deadline has passed.</summary>
    Escalation,
}
