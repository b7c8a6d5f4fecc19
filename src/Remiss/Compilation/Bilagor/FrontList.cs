using Remiss.Cases;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Bilagor;

/// <summary>The list in front of the bilagor, for the registrar: each file with when it came in and its SHA-256.</summary>
internal sealed record FrontList(IReadOnlyList<FrontListRow> Rows)
{
    public static FrontList Of(CompiledReport report)
    {
        var arrived = report.Sources.Ledger.Documents.ToDictionary(d => (d.Organisation, d.Sha256), d => d.ArrivedAt);
        var names = BilagaNames.Of(report.Model);
        var files = report.Model.Bilagor.SelectMany(b => b.Files, (bilaga, file) => (bilaga, file));
        return new(
        [
            .. files.Zip(names, (f, name) => new FrontListRow(
                f.file.Label,
                f.bilaga.Name,
                name.IsSecret ? SwedishText.Capitalised(BilagaNames.NotAttached) : name.FileName,
                arrived.TryGetValue((f.bilaga.Organisation, f.file.Document), out var at) ? SwedishTime.Local(at) : null,
                f.file.Document)),
        ]);
    }
}

/// <param name="ArrivedAt">In Swedish time.</param>
internal sealed record FrontListRow(string Label, string Name, string FileName, DateTimeOffset? ArrivedAt, string Sha256);
