using System.Text.RegularExpressions;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Cases;

namespace Remiss.Web.Tests.Pages;

/// <summary>What the code writes in the audit log, people read in Swedish.</summary>
public sealed partial class TimelineTests
{
    /// <summary>They stand in the log of the register, which is no case's.</summary>
    private static readonly string[] OfTheRegister = ["organisation_added", "organisation_changed"];

    public static TheoryData<string> AllLabels =>
    [
        .. Sources().SelectMany(source => Label().Matches(source).Select(m => m.Groups[1].Value))
            .Concat(Enum.GetValues<DocumentState>().Select(state => $"document_{RemissJson.Label(state)}"))
            .Concat(Enum.GetValues<RecipientStatus>().Select(status => $"recipient_{RemissJson.Label(status)}"))
            .Concat(Enum.GetValues<SendState>().Select(state => $"send_{RemissJson.Label(state)}"))
            .Except(OfTheRegister).Order(),
    ];

    [Theory]
    [MemberData(nameof(AllLabels))]
    public void Every_label_of_the_audit_log_has_its_line(string label)
    {
        var entry = new AuditEntry(DateTimeOffset.UnixEpoch, AuditEntry.System, label, "subject");

        Assert.All(TimelineLine.Of([entry], Register.Empty), line => Assert.NotEqual(label, line.What));
    }

    [Fact]
    public void Labels_are_put_together_from_known_words_only() => Assert.Equal(
        ["document", "recipient", "send"],
        Sources().SelectMany(source => Prefix().Matches(source).Select(m => m.Groups[1].Value)).Distinct().Order());

    private static IEnumerable<string> Sources()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RemissFunctions.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Directory.EnumerateFiles(Path.Combine(folder, "src", "Remiss"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Where(source => source.Contains("AuditEntry(", StringComparison.Ordinal) || source.Contains(".Audit(", StringComparison.Ordinal));
    }

    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)+)\"")]
    private static partial Regex Label();

    [GeneratedRegex("\\$\"([a-z]+)_\\{")]
    private static partial Regex Prefix();
}
