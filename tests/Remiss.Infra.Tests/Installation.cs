using System.Text.Json.Nodes;

namespace Remiss.Infra.Tests;

/// <summary>What a deployment would make: the templates evaluated by Bicep for one set of azd's variables.</summary>
internal sealed class Installation
{
    public const string LoginClientId = "22222222-2222-2222-2222-222222222222";
    public const string OperatorGroupId = "33333333-3333-3333-3333-333333333333";

    private const string SubscriptionId = "11111111-1111-1111-1111-111111111111";

    private static readonly Dictionary<string, string> Required = new()
    {
        ["AZURE_ENV_NAME"] = "prov",
        ["AZURE_LOCATION"] = "swedencentral",
        ["SENDER_MAIL"] = "remiss@example.invalid",
    };

    private static readonly string[] OfSubscription = ["--location", "swedencentral"];
    private static readonly string[] OfGroup = ["--resource-group", "rg-prov"];

    private static readonly Lazy<Installation> LazyPlain = new(() => Of("main.bicepparam", OfSubscription, Required));

    private static readonly Lazy<Installation> LazyFull = new(() => Of("main.bicepparam", OfSubscription, new(Required)
    {
        ["PRIVATE_NETWORK"] = "true",
        ["ALLOWED_RANGES"] = "192.0.2.0/24, 198.51.100.7/32",
        ["LOGIN_CLIENT_ID"] = LoginClientId,
        ["OPERATOR_GROUP_ID"] = OperatorGroupId,
        ["DOCUMENT_INTELLIGENCE"] = "true",
        ["ALERT_MAIL"] = "drift@example.invalid",
        ["TEAMS_DIGEST"] = "true",
        ["MALWARE_SCAN"] = "true",
        ["MONTHLY_BUDGET"] = "1000",
        ["BUDGET_START"] = "2026-11-01",
    }));

    private static readonly Lazy<Installation> LazySecondPass = new(() => Of("events.bicepparam", OfGroup, new()
    {
        ["APP_NAME"] = Name(Plain, "APP_NAME"),
        ["TOPIC_NAME"] = Name(Plain, "TOPIC_NAME"),
        ["HOST_STORAGE_NAME"] = Name(Plain, "HOST_STORAGE_NAME"),
    }));

    private readonly IReadOnlyList<Resource> resources;

    private Installation(IReadOnlyList<Resource> resources, JsonObject outputs)
    {
        this.resources = resources;
        Outputs = outputs;
    }

    /// <summary>With nothing set but what must be.</summary>
    public static Installation Plain => LazyPlain.Value;

    /// <summary>With every switch on.</summary>
    public static Installation Full => LazyFull.Value;

    /// <summary>What is made once the code has been deployed.</summary>
    public static Installation SecondPass => LazySecondPass.Value;

    public IReadOnlyList<Resource> Resources => resources;

    public JsonObject Outputs { get; }

    public IEnumerable<Resource> OfType(string type) => resources.Where(resource => resource.Type == type);

    public Resource Single(string type, string name) =>
        Assert.Single(OfType(type), resource => resource.Name.Contains(name, StringComparison.Ordinal));

    private static string Name(Installation installation, string output) => (string)installation.Outputs[output]!;

    private static Installation Of(string parameters, string[] scope, Dictionary<string, string> variables)
    {
        using var templates = new TemplateFolder();
        var snapshot = Bicep.Run(
            templates.Path, variables,
            ["snapshot", parameters, "--mode", "overwrite", "--subscription-id", SubscriptionId, "--tenant-id", SubscriptionId, .. scope]);
        Assert.True(snapshot.ExitCode == 0, snapshot.Error);
        var json = JsonNode.Parse(templates.Read(Path.ChangeExtension(parameters, "snapshot.json")))!;
        Assert.Empty(json["diagnostics"]!.AsArray());
        return new([.. json["predictedResources"]!.AsArray().Select(node => new Resource(node!.AsObject()))], json["outputs"]!.AsObject());
    }
}
