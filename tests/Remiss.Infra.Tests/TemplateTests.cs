using System.Text.Json.Nodes;

namespace Remiss.Infra.Tests;

public sealed class TemplateTests
{
    private const string Everything = "**/*.bicep";

    private static readonly Dictionary<string, string> NoVariables = [];

    [Theory]
    [InlineData("build")]
    [InlineData("lint")]
    public void Every_template_passes_without_a_word(string command)
    {
        using var templates = new TemplateFolder();

        var result = Bicep.Run(templates.Path, NoVariables, command, "--pattern", Everything);

        Assert.Equal((0, ""), (result.ExitCode, result.Output + result.Error));
    }

    [Fact]
    public void Every_template_becomes_arm_json_and_every_module_is_used()
    {
        using var templates = new TemplateFolder();

        Bicep.Run(templates.Path, NoVariables, "build", "--pattern", Everything);

        Assert.True(templates.Names.Count >= 15);
        Assert.All(templates.Names, name => Assert.Contains(
            "deploymentTemplate.json#", templates.Read(Path.ChangeExtension(name, "json")), StringComparison.Ordinal));
        Assert.All(
            templates.Names.Where(name => name.StartsWith("modules", StringComparison.Ordinal)),
            name => Assert.Contains(
                templates.Names, other => templates.Read(other).Contains($"{Path.GetFileName(name)}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_template_is_formatted()
    {
        using var templates = new TemplateFolder();
        var before = templates.Names.Select(templates.Read).ToList();

        Bicep.Run(templates.Path, NoVariables, "format", "--pattern", Everything);

        Assert.Equal(before, templates.Names.Select(templates.Read));
    }

    [Fact]
    public void Every_rule_that_is_on_is_an_error()
    {
        var rules = JsonNode.Parse(Repository.Read("infra/bicepconfig.json"))!["analyzers"]!["core"]!["rules"]!.AsObject();

        Assert.Equal(
            ["use-recent-api-versions"],
            rules.Where(rule => (string)rule.Value!["level"]! != "error").Select(rule => rule.Key));
    }

    [Fact]
    public void No_template_comes_from_elsewhere()
    {
        using var templates = new TemplateFolder();

        Assert.All(templates.Names, name => Assert.DoesNotMatch("'(br|ts)[:/]", templates.Read(name)));
    }

    [Fact]
    public void Key_of_the_upload_links_is_a_secure_parameter_and_goes_to_the_vault()
    {
        using var templates = new TemplateFolder();

        var built = JsonNode.Parse(Bicep.Run(templates.Path, NoVariables, "build", "--stdout", "uploadLinkKey.bicep").Output)!;

        Assert.Equal("securestring", (string)built["parameters"]!["key"]!["type"]!, ignoreCase: true);
        var secret = Assert.Single(built["resources"]!.AsArray(), made => (string)made!["type"]! == "Microsoft.KeyVault/vaults/secrets");
        Assert.Equal("[parameters('key')]", (string)secret!["properties"]!["value"]!);
    }
}
