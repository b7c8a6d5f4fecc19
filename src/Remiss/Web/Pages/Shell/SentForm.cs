using Microsoft.AspNetCore.Http;

namespace Remiss.Web.Pages.Shell;

/// <summary>A form that was refused, as it was sent: its page shows it once more with all that was typed, and each fault beside its field.</summary>
/// <param name="Faults">In Swedish, by the name of the field; what concerns no field is told on top of the page only.</param>
public sealed record SentForm(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>The field that tells the forms of a page from each other.</summary>
    public const string Which = "val";

    public string? this[string field] => Values.GetValueOrDefault(field);

    public static SentForm Of(IFormCollection form, string? field, string fault) =>
        Of(form, field is null ? new Dictionary<string, string>() : new() { [field] = fault });

    public static SentForm Of(IFormCollection form, IReadOnlyDictionary<string, string> faults) =>
        new(form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal), faults);

    public bool Is(string? which) => this[Which] == which;
}
