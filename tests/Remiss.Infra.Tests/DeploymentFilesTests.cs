using System.Text.RegularExpressions;

namespace Remiss.Infra.Tests;

public sealed partial class DeploymentFilesTests
{
    private static readonly string AzureYaml = Repository.Read("azure.yaml");

    public static TheoryData<string> Workflows => [.. Directory
        .GetFiles(Path.Combine(Repository.Root, ".github", "workflows"), "*.yml")
        .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Fact]
    public void Every_hook_of_azd_is_there_and_stops_at_its_first_error()
    {
        var hooks = Hook().Matches(AzureYaml).Select(match => match.Groups["file"].Value).ToList();

        Assert.Equal(["infra/hooks/preprovision.sh", "infra/hooks/postprovision.sh", "infra/hooks/postdeploy.sh"], hooks);
        Assert.All(hooks, hook => Assert.Contains("\nset -eu\n", Repository.Read(hook), StringComparison.Ordinal));
    }

    [Fact]
    public void Second_pass_runs_after_the_code_has_been_deployed()
    {
        Assert.Contains("  postdeploy:\n    shell: sh\n    run: infra/hooks/postdeploy.sh\n", AzureYaml, StringComparison.Ordinal);
        Assert.Contains("systemKeys.blobs_extension", Repository.Read("infra/hooks/postdeploy.sh"), StringComparison.Ordinal);
        Assert.Contains("infra/events.bicepparam", Repository.Read("infra/hooks/postdeploy.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_that_a_template_or_hook_reads_is_explained()
    {
        var guide = Repository.Read("docs/deploy.md");
        var ours = Variable().Matches(Repository.Read("infra/main.bicepparam")).Select(match => match.Groups["name"].Value).ToList();

        Assert.Contains("PRIVATE_NETWORK", ours);
        Assert.All(ours, name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_second_pass_and_the_hooks_read_is_what_the_first_pass_tells()
    {
        string[] readers = ["infra/events.bicepparam", "infra/uploadLinkKey.bicepparam"];
        var told = Installation.Plain.Outputs.Select(output => output.Key).Append("UPLOAD_LINK_KEY").ToList();

        Assert.All(
            readers.SelectMany(file => Variable().Matches(Repository.Read(file))).Select(match => match.Groups["name"].Value),
            name => Assert.Contains(name, told));
        Assert.All(
            ["APP_URL", "APP_NAME", "APP_IDENTITY_NAME", "APP_CLIENT_ID", "AZURE_RESOURCE_GROUP", "VAULT_NAME"],
            name => Assert.Contains(name, told));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit(string workflow)
    {
        var uses = Uses().Matches(Repository.Read(workflow)).Select(match => match.Groups["action"].Value).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches("^[A-Za-z0-9/-]+@[0-9a-f]{40} # v[0-9.]+$", action));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_may_read_only_and_keeps_no_secret(string workflow)
    {
        var text = Repository.Read(workflow);

        Assert.Contains("\npermissions:\n  contents: read\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"run: (?<file>infra/hooks/\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Hook();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>[A-Z_]+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"uses: (?<action>[^\n]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Uses();
}
