namespace Remiss.Infra.Tests;

/// <summary>Telemetry, alerts, budget, the vault and the reader of scans.</summary>
public sealed class WatchTests
{
    private const string LogRules = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricRules = "Microsoft.Insights/metricAlerts";

    [Fact]
    public void Telemetry_is_taken_from_identities_only()
    {
        Assert.Equal("true", Assert.Single(Installation.Plain.OfType("Microsoft.Insights/components")).Text("DisableLocalAuth"));
        Assert.Equal("true", Assert.Single(Installation.Plain.OfType("Microsoft.OperationalInsights/workspaces")).Text("features.disableLocalAuth"));
    }

    [Theory]
    [InlineData("remiss-poison-messages", "Function endswith \"Poison\"")]
    [InlineData("remiss-server-errors", "between (500 .. 599)")]
    [InlineData("remiss-silent-timers", "isnull(Last) or Last < ago(Hours * 1h)")]
    public void Somebody_is_told_when(string rule, string condition)
    {
        var alert = Installation.Full.Single(LogRules, rule);

        Assert.Contains(condition, (string)alert.At("criteria.allOf")![0]!["query"]!, StringComparison.Ordinal);
        Assert.Equal("true", alert.Text("enabled"));
        Assert.Contains("/actionGroups/ag-remiss-", Assert.Single(alert.Texts("actions.actionGroups")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_timer_that_has_a_schedule_is_watched_for_silence()
    {
        var settings = Assert.Single(Installation.Plain.OfType("Microsoft.Web/sites/config"), config => config.OwnName == "appsettings");
        var timers = settings.Properties.Select(setting => setting.Key).Where(name => name.EndsWith("Schedule", StringComparison.Ordinal)).ToList();
        var query = (string)Installation.Plain.Single(LogRules, "remiss-silent-timers").At("criteria.allOf")![0]!["query"]!;

        Assert.Equal(7, timers.Count);
        Assert.All(timers, timer => Assert.Contains($"\"{timer[..^"Schedule".Length]}\", ", query, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DeadLetteredCount")]
    [InlineData("DroppedEventCount")]
    public void Somebody_is_told_when_events_are_given_up(string metric)
    {
        var alert = Assert.Single(Installation.Full.OfType(MetricRules), rule => (string)rule.At("criteria.allOf")![0]!["metricName"]! == metric);

        Assert.Contains("/systemTopics/evgt-remiss-", Assert.Single(alert.Texts("scopes")), StringComparison.Ordinal);
        Assert.Contains("/actionGroups/ag-remiss-", (string)alert.At("actions")![0]!["actionGroupId"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_and_budget_go_to_the_named_mailbox()
    {
        var group = Assert.Single(Installation.Full.OfType("Microsoft.Insights/actionGroups"));
        var budget = Assert.Single(Installation.Full.OfType("Microsoft.Consumption/budgets"));

        Assert.Equal("drift@example.invalid", (string)group.At("emailReceivers")![0]!["emailAddress"]!);
        Assert.Equal(("1000", "Monthly", "2026-11-01"), (budget.Text("amount"), budget.Text("timeGrain"), budget.Text("timePeriod.startDate")));
        Assert.All(budget.At("notifications")!.AsObject(), told => Assert.Equal("drift@example.invalid", (string)told.Value!["contactEmails"]![0]!));
        Assert.Empty(Installation.Plain.OfType("Microsoft.Consumption/budgets"));
    }

    [Fact]
    public void Vault_is_governed_by_roles_and_nothing_in_it_is_lost_for_good()
    {
        var vault = Assert.Single(Installation.Plain.OfType("Microsoft.KeyVault/vaults"));

        Assert.Equal(("true", "true", "true"), (
            vault.Text("enableRbacAuthorization"), vault.Text("enableSoftDelete"), vault.Text("enablePurgeProtection")));
        Assert.Null(vault.At("accessPolicies"));
    }

    [Fact]
    public void Scans_are_read_in_the_european_union_and_by_identity_only()
    {
        var reader = Assert.Single(Installation.Full.OfType("Microsoft.CognitiveServices/accounts"));

        Assert.Equal("FormRecognizer", (string)reader.Json["kind"]!);
        Assert.Equal("swedencentral", (string)reader.Json["location"]!);
        Assert.Equal("true", reader.Text("disableLocalAuth"));
        Assert.NotNull(reader.At("customSubDomainName"));
        Assert.Empty(Installation.Plain.OfType("Microsoft.CognitiveServices/accounts"));
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", 24)]
    [InlineData("Microsoft.KeyVault/vaults", 24)]
    [InlineData("Microsoft.Web/sites", 60)]
    [InlineData("Microsoft.CognitiveServices/accounts", 64)]
    public void Name_is_not_longer_than_azure_allows(string type, int most)
    {
        var made = Installation.Full.OfType(type).ToList();

        Assert.NotEmpty(made);
        Assert.All(made, resource => Assert.True(resource.Name.Length <= most, resource.ToString()));
    }
}
