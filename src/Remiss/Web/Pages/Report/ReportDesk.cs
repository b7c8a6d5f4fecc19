using Microsoft.Extensions.Caching.Memory;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Report;
using Remiss.Intake.Extraction;
using Remiss.Storage;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Report;

/// <summary>What the pages of a report are made from.</summary>
public sealed class ReportDesk(CaseSnapshots snapshots, RemissLedger ledger, ReportSourceReader reader, ChoicesHandler choices, TimeProvider time) : IDisposable
{
    /// <summary>In characters, of all texts together.</summary>
    private const long MostText = 30_000_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache texts = new(new MemoryCacheOptions { SizeLimit = MostText });

    /// <summary>What is chosen and attested is audited with the case, so a report is built once for each change of it.</summary>
    /// <returns>Null when there is no such case.</returns>
    public async Task<ReportView?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var snapshot = await snapshots.ReadAsync(caseId, cancellationToken);
        var (now, known) = (time.GetUtcNow(), await register);
        if (snapshot is null) return null;
        return snapshot.Kept<ReportView>(known, SwedishTime.Date(now))
            ?? snapshot.Keep(known, SwedishTime.Date(now), await BuildAsync(snapshot, now, cancellationToken));
    }

    private async Task<ReportView> BuildAsync(CaseSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, DocumentText>(StringComparer.Ordinal);
        foreach (var document in snapshot.Ledger.Documents.Where(d => d.IsAnswer))
        {
            if (texts.TryGetValue((document.Sha256, document.Characters), out DocumentText? text)) known[document.Sha256] = text!;
        }

        var sources = await reader.ReadAsync(snapshot.Ledger, cancellationToken, known);
        foreach (var document in snapshot.Ledger.Documents.Where(d => sources.Texts.ContainsKey(d.Sha256) && !known.ContainsKey(d.Sha256)))
        {
            var text = sources.Texts[document.Sha256];
            texts.Set((document.Sha256, document.Characters), text, new MemoryCacheEntryOptions { Size = text.Text.Length + 1, AbsoluteExpirationRelativeToNow = KeptFor });
        }

        return new(sources, sources.Build(now, coordinator: null));
    }

    /// <summary>Saves what one form says, and leaves what others have saved meanwhile about other parts.</summary>
    /// <param name="change">From the choices as they are to the choices as they shall be; null when the part has been changed by somebody else.</param>
    public async Task<ChoicesOutcome> SaveAsync(
        string caseId, Func<ReportView, ReportChoices?> change, string who, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ReadAsync(caseId, cancellationToken) is not { } view) return new ChoicesOutcome.NoCase();
            if (change(view) is not { } after) return new ChoicesOutcome.ChangedMeanwhile();
            var outcome = await choices.SetAsync(caseId, after, who, cancellationToken, view.Version);
            if (outcome is not ChoicesOutcome.ChangedMeanwhile) return outcome;
        }
    }

    public void Dispose() => texts.Dispose();
}

/// <summary>A report as it would be now, and what it is made of.</summary>
public sealed record ReportView(ReportSources Sources, ReportModel Model)
{
    public ReportChoices Choices => Sources.Choices?.Choices ?? ReportChoices.None;

    public string Version => Sources.Choices is { } saved ? ReportRecords.VersionOf(saved) : "";

    public RecipientChoice? ChoiceOf(string organisation) => Choices.Recipients.FirstOrDefault(r => r.Organisation == organisation);

    public DocumentText? TextOf(string organisation) =>
        Sources.Answers.TryGetValue(organisation, out var answer) ? Sources.Texts.GetValueOrDefault(answer) : null;
}
