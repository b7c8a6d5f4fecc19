using System.Text.Json;
using Remiss.Compilation.Checking;

namespace Remiss.Local.Commands.Reporting;

/// <summary>What the checker found, for a person or as JSON.</summary>
internal sealed record CheckOutput(string File, string Case, int Errors, int Notes, bool QuotesChecked, IReadOnlyList<Finding> Findings)
{
    private const int LongestText = 100;

    /// <returns>The exit code: 1 when there is an error.</returns>
    public static int Write(string file, CheckContext context, IReadOnlyList<Finding> findings, bool json)
    {
        var errors = findings.Count(f => f.Severity is FindingSeverity.Error);
        var output = new CheckOutput(file, context.Case.Id, errors, findings.Count - errors, context.Sources is not null, findings);
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(output, RemissJson.Indented));
        else output.WriteText();
        return errors > 0 ? 1 : 0;
    }

    private void WriteText()
    {
        foreach (var finding in Findings)
        {
            var severity = finding.Severity is FindingSeverity.Error ? "fel" : "anmärkning";
            var text = finding.Text.Length == 0 ? "" : $" ”{Shortened(finding.Text)}”";
            Console.Out.WriteLine($"{severity} {finding.Code}: {Place(finding.Place)}:{text} {finding.Message}{(finding.Suggestion is null ? "" : $" {finding.Suggestion}")}");
        }

        if (!QuotesChecked) Console.Out.WriteLine("Citaten är inte jämförda med svaren: det görs mot ett ärende i lagringen (--case ID).");
        Console.Out.WriteLine(Errors + Notes == 0 ? "Inget att anmärka på." : $"{Errors} fel, {Notes} anmärkningar.");
    }

    private static string Place(FindingPlace place)
    {
        if (place.Line == 0) return "hela utlåtandet";
        var section = place.Section is null ? "" : $", {Shortened(place.Section)}";
        return $"rad {place.Line}{(place.Page > 1 ? $", sida {place.Page}" : "")}{section}";
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
