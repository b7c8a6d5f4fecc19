using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Remiss.Web.Security;

namespace Remiss.Web.Pages.Cases;

/// <summary>A new case as the form has it. It becomes a case file, which is checked as any other.</summary>
public sealed record NewCaseForm
{
    public string Dnr { get; init; } = "";

    public string Title { get; init; } = "";

    public string Remitter { get; init; } = "";

    public string CoordinatingBody { get; init; } = "";

    public string RemittedOn { get; init; } = "";

    public string RecipientDeadline { get; init; } = "";

    public string RemitterDeadline { get; init; } = "";

    public string CoordinatorName { get; init; } = "";

    public string CoordinatorTitle { get; init; } = "";

    public string CoordinatorMail { get; init; } = "";

    public string Link { get; init; } = "";

    /// <summary>One a line.</summary>
    public string Topics { get; init; } = "";

    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Whoever makes a case is mostly its coordinator.</summary>
    public static NewCaseForm For(Visitor visitor) => visitor.IsDevelopment
        ? new()
        : new() { CoordinatorName = visitor.Name, CoordinatorMail = visitor.Account.Contains('@', StringComparison.Ordinal) ? visitor.Account : "" };

    public static NewCaseForm Read(IFormCollection form) => new()
    {
        Dnr = Text(form["dnr"]),
        Title = Text(form["rubrik"]),
        Remitter = Text(form["fran"]),
        CoordinatingBody = Text(form["vi"]),
        RemittedOn = Text(form["skickas"]),
        RecipientDeadline = Text(form["svar"]),
        RemitterDeadline = Text(form["vart"]),
        CoordinatorName = Text(form["namn"]),
        CoordinatorTitle = Text(form["titel"]),
        CoordinatorMail = Text(form["epost"]),
        Link = Text(form["lank"]),
        Topics = form["punkter"].ToString().ReplaceLineEndings("\n").Trim(),
        Recipients = [.. form["instans"].OfType<string>()],
    };

    /// <summary>As docs/schemas/case.schema.json has it.</summary>
    public string ToFile()
    {
        var file = new JsonObject
        {
            ["id"] = Slug(Dnr),
            ["dnr"] = Dnr,
            ["title"] = Title,
            ["remitter"] = Remitter,
            ["coordinatingBody"] = CoordinatingBody,
            ["remittedOn"] = RemittedOn,
            ["recipientDeadline"] = RecipientDeadline,
            ["remitterDeadline"] = RemitterDeadline,
            ["coordinators"] = new JsonArray(new JsonObject { ["name"] = CoordinatorName, ["title"] = CoordinatorTitle, ["mail"] = CoordinatorMail }),
            ["topics"] = new JsonArray([.. Lines(Topics).Select(t => (JsonNode)new JsonObject { ["id"] = Slug(t), ["title"] = t })]),
            ["recipients"] = new JsonArray([.. Recipients.Select(r => (JsonNode)r!)]),
        };
        if (Link.Length > 0) file["files"] = new JsonArray(new JsonObject { ["name"] = "Remissen", ["url"] = Link });
        return file.ToJsonString(RemissJson.Indented);
    }

    /// <summary><c>KS 2023/740</c> → <c>ks-2023-740</c></summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] is not '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    private static string Text(string? value) => value?.Trim() ?? "";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
