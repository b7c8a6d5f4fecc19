using System.Text.Json;
using Remiss.Compilation.Report;
using Remiss.Storage;

namespace Remiss.Compilation.Choices;

/// <summary>Takes the coordinator's choices for a report. They hold at every compile until they are changed.</summary>
public sealed class ChoicesHandler(ReportSourceReader reader, ReportRecords records, TimeProvider time)
{
    /// <param name="who">The coordinator, for the audit log.</param>
    /// <param name="seen">The version of the choices that these were made from, as <see cref="ReportRecords.VersionOf"/> names it; null for any.</param>
    public async Task<ChoicesOutcome> SetAsync(
        string caseId, ReportChoices choices, string who, CancellationToken cancellationToken, string? seen = null)
    {
        if (await reader.ReadAsync(caseId, cancellationToken) is not { } sources) return new ChoicesOutcome.NoCase();
        if (Faults(choices, sources).ToList() is { Count: > 0 } faults) return new ChoicesOutcome.Refused(faults);

        var now = new SavedChoices(choices, who, time.GetUtcNow(), sources.Answers);
        if (sources.Choices is { } before && Same(before.Choices, choices) && Same(before.Answers, now.Answers)) return new ChoicesOutcome.Saved();

        var entry = new AuditEntry(now.At, who, "report_choices_changed", LedgerKeys.ReportChoices);
        return await records.SaveAsync(caseId, LedgerKeys.ReportChoices, now, entry, cancellationToken, seen)
            ? new ChoicesOutcome.Saved()
            : new ChoicesOutcome.ChangedMeanwhile();
    }

    private static IEnumerable<string> Faults(ReportChoices choices, ReportSources sources)
    {
        foreach (var repeated in choices.Recipients.CountBy(r => r.Organisation).Where(r => r.Value > 1))
            yield return $"recipients: {repeated.Key} står mer än en gång";

        foreach (var choice in choices.Recipients)
        {
            if (sources.Ledger.Recipients.All(r => r.Organisation != choice.Organisation))
            {
                yield return $"recipients: {choice.Organisation} är ingen remissinstans i ärendet";
                continue;
            }

            foreach (var passage in choice.Passages ?? [])
            {
                if (sources.Answers.GetValueOrDefault(choice.Organisation) is not { } answer || sources.Texts.GetValueOrDefault(answer) is not { } text)
                    yield return $"recipients: {choice.Organisation} har inget svar att citera";
                else if (ChosenQuotes.Find(passage, text.Text) is null)
                    yield return $"recipients: {choice.Organisation}: svaret innehåller inte ”{Shortened(passage.Text)}”. Ett citat ska stå ordagrant som i svaret";
            }
        }
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one, RemissJson.Options) == JsonSerializer.Serialize(other, RemissJson.Options);
}

public abstract record ChoicesOutcome
{
    private ChoicesOutcome()
    {
    }

    public sealed record Saved : ChoicesOutcome;

    public sealed record NoCase : ChoicesOutcome;

    /// <summary>Somebody has saved other choices since these were begun.</summary>
    public sealed record ChangedMeanwhile : ChoicesOutcome;

    /// <param name="Faults">In Swedish, for the coordinator.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : ChoicesOutcome;
}
