using System.Reflection;
using Remiss.Compilation;
using Remiss.Compilation.Checking;
using Remiss.Compilation.Docx;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;
using Remiss.Intake.Quarantine;
using Remiss.Intake.Review;
using Remiss.Mailbox;
using Remiss.Notifications;
using Remiss.Notifications.Graph;
using Remiss.Notifications.Workflows;
using Remiss.Reminders;
using Remiss.Share;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss.Tests;

/// <summary>What the code knows, the documentation tells.</summary>
public sealed class DocumentationTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));
    private static readonly string Labels = File.ReadAllText(Path.Combine(Root, "docs", "labels.md"));

    public static TheoryData<string> AllLabels =>
    [
        .. Enum.GetValues<DocumentType>().Select(RemissJson.Label),
        .. Enum.GetValues<Stance>().Select(RemissJson.Label),
        .. Enum.GetValues<DocumentState>().Select(RemissJson.Label),
        .. Enum.GetValues<DecisionKind>().Select(RemissJson.Label),
        .. ReasonCodes(),
    ];

    public static TheoryData<string> AllSettings =>
    [
        "AzureWebJobsStorage",
        "RemissStorage",
        .. Settings<IntakeOptions>("Intake"),
        .. Settings<QuarantineOptions>("Quarantine"),
        .. Settings<ExtractorOptions>("Extractor"),
        .. Settings<OcrOptions>("Ocr"),
        .. Settings<CompilationOptions>("Compilation"),
        .. Settings<NotificationOptions>("Notifications"),
        .. Settings<ReminderSchedule>("Reminders"),
        .. Settings<GraphOptions>("Graph"),
        .. Settings<WorkflowsOptions>("Workflows"),
        .. Settings<ShareOptions>("Share"),
        .. Settings<MailboxOptions>("Mailbox"),
        .. Settings<SecurityOptions>("Security"),
        .. Settings<UploadOptions>("Upload"),
    ];

    [Theory]
    [MemberData(nameof(AllLabels))]
    public void Every_label_has_its_row(string label) => Assert.Contains($"| `{label}` |", Labels, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AllSettings))]
    public void Every_setting_is_in_the_readme(string setting) => Assert.Contains($"`{setting}`", Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_document_type_stands_in_the_table_of_what_happens_to_it() =>
        Assert.All(Enum.GetValues<DocumentType>(), type => Assert.Contains($"`{RemissJson.Label(type)}`", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_finding_of_the_checker_has_its_row()
    {
        var checker = File.ReadAllText(Path.Combine(Root, "docs", "checker.md"));
        var codes = typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.Contains($"| `{code}` |", checker, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_place_and_style_of_a_template_is_told()
    {
        var report = File.ReadAllText(Path.Combine(Root, "docs", "report.md"));

        Assert.All(
            TemplatePlaces.Sections.Concat(TemplatePlaces.Fields).Concat(ReportStyles.Needed.Select(s => s.Name)),
            name => Assert.Contains($"`{name}`", report, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_is_said_in_swedish() =>
        Assert.All(ReasonCodes(), code => Assert.NotEqual(code, ExtractionReasonTexts.InSwedish(code)));

    [Fact]
    public void Every_decision_is_numbered_once_and_listed()
    {
        var folder = Path.Combine(Root, "docs", "decisions");
        var list = File.ReadAllText(Path.Combine(folder, "README.md"));
        var files = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Where(name => name != "README.md").ToList();

        Assert.Distinct(files.Select(name => name[..4]));
        Assert.All(files, name => Assert.Contains($"[{name[..4]}]({name})", list, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ReasonCodes() => typeof(ExtractionReasons)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Settings<T>(string section) => typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .Select(property => $"{section}__{property.Name}");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RemissFunctions.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
