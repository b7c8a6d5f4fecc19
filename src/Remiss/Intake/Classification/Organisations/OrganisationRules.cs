using Remiss.Cases;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Organisations;

internal sealed record OrganisationDecision(OrganisationMatch? Match, IReadOnlyList<string> Reasons, IReadOnlyList<Evidence> Evidence)
{
    public static OrganisationDecision None { get; } = new(null, [], []);
}

/// <summary>Weighs path, mail sender and letterhead: agreement or one trustworthy signal accepts, disagreement goes to a person.</summary>
internal static class OrganisationRules
{
    public static OrganisationDecision Decide(DocumentOutline outline, ClassificationContext context, Matter matter)
    {
        var coordinatingBody = matter.CoordinatingBody;
        if (context.Register.Organisations.Count == 0) return OrganisationDecision.None;
        var path = context.PathOrganisation is { } id ? context.Register.Find(id) : null;
        var mail = MailSenders(context, coordinatingBody);
        var text = matter.IsCompiledReport
            ? SenderReader.ReadCompiledReport(outline, context.Register, coordinatingBody)
            : SenderReader.Read(outline, context.Register, matter);
        var letterhead = text.Organisation is { } named && (named.Id != coordinatingBody || path is null
            || path.Id == coordinatingBody) ? named : null;
        var reasons = new List<string>();
        var evidence = new List<Evidence>();

        if (context.PathOrganisation is { } folder && path is null) reasons.Add($"Mappen {folder} hör inte till någon organisation i registret.");
        if (path is not null) evidence.Add(new Evidence("organisation", $"filen låg i mappen för {path.DisplayName}", 0, 0));
        if (mail.Count > 0) evidence.Add(new Evidence("organisation", $"mejlet kom från {NamesOf(mail)} ({context.Mail!.From})", 0, 0));
        if (letterhead is not null) evidence.Add(new Evidence("organisation", $"texten anger {letterhead.DisplayName} som avsändare", text.Start, text.Length));

        if (letterhead is null && text.Unknown is { } unknown)
        {
            evidence.Add(new Evidence("organisation", $"brevhuvudet anger {unknown.Name}, som inte finns i registret", unknown.Start, unknown.Length));
            reasons.Add(UnknownReason(unknown, context.Register, path));
        }

        if (letterhead is not null && path is not null && letterhead.Id != path.Id)
            reasons.Add($"Texten anger {letterhead.DisplayName} som avsändare, men filen låg i mappen för {path.DisplayName}.");
        if (mail.Count > 0 && letterhead is not null && mail.All(o => o.Id != letterhead.Id))
            reasons.Add($"Mejlet kom från {NamesOf(mail)}, men texten anger {letterhead.DisplayName} som avsändare.");
        if (mail.Count > 0 && path is not null && mail.All(o => o.Id != path.Id))
            reasons.Add($"Mejlet kom från {NamesOf(mail)}, men filen låg i mappen för {path.DisplayName}.");

        var best = letterhead ?? path ?? (mail.Count == 1 ? mail[0] : null);
        if (best is null)
        {
            if (reasons.Count == 0) reasons.Add("Avsändaren går inte att fastställa: varken mapp, mejladress eller brevhuvud pekar ut en organisation i registret.");
            return new OrganisationDecision(null, reasons, evidence);
        }

        var agreeing = new[] { path?.Id == best.Id, mail.Any(o => o.Id == best.Id), letterhead?.Id == best.Id }.Count(agrees => agrees);
        var confidence = reasons.Count > 0 ? 0.5 : agreeing > 1 ? 0.97 : letterhead is not null ? text.Confidence : 0.85;
        return new OrganisationDecision(new OrganisationMatch(best.Id, best.Name, confidence), reasons, evidence);
    }

    private static string UnknownReason(UnknownName unknown, Register register, Organisation? path)
    {
        if (NearName.Suggest(register, unknown.Name, path) is { } near) return $"Brevhuvudet anger {unknown.Name}, som inte finns i registret; menas {near.Name}?";
        return path is null
            ? $"Brevhuvudet anger {unknown.Name}, som inte finns i registret."
            : $"Brevhuvudet anger {unknown.Name}, som inte finns i registret, men filen låg i mappen för {path.DisplayName}.";
    }

    /// <summary>A mail that the coordinating body forwards says nothing about who wrote it.</summary>
    private static List<Organisation> MailSenders(ClassificationContext context, string? coordinatingBody)
    {
        if (context.Mail is not { From: { Length: > 0 } from }) return [];
        var domain = from[(from.LastIndexOf('@') + 1)..];
        return [.. context.Register.Organisations.Where(o =>
            (o.Id != coordinatingBody || context.PathOrganisation == o.Id) && o.Domains.Any(d => IsSameDomain(domain, d)))];
    }

    private static bool IsSameDomain(string domain, string registered) =>
        domain.Equals(registered, StringComparison.OrdinalIgnoreCase)
        || domain.Length > registered.Length && domain[^(registered.Length + 1)] == '.'
            && domain.EndsWith(registered, StringComparison.OrdinalIgnoreCase);

    private static string NamesOf(List<Organisation> organisations) => string.Join(" eller ", organisations.Select(o => o.DisplayName));
}
