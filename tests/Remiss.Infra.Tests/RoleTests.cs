namespace Remiss.Infra.Tests;

/// <summary>Who may do what: exactly these, by the ids of Azure's built-in roles and the name of our own.</summary>
public sealed class RoleTests
{
    private const string RoleDefinitions = "Microsoft.Authorization/roleDefinitions";
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string TableDataReader = "76199698-9eea-4c19-bc75-cec21354c6b6";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
    private const string KeyVaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string CognitiveServicesUser = "a97b65f3-24c7-4388-baec-2e87135dc908";

    private static readonly string[] Always =
    [
        $"app: {BlobDataOwner} on storageAccounts/stremhost",
        $"app: {QueueDataContributor} on storageAccounts/stremhost",
        $"app: {TableDataContributor} on storageAccounts/stremhost",
        $"app: {BlobDataContributor} on storageAccounts/stremdata",
        $"app: {QueueDataContributor} on storageAccounts/stremdata",
        $"app: {TableDataContributor} on storageAccounts/stremdata",
        $"app: {MonitoringMetricsPublisher} on components/appi-remiss-",
        $"app: {KeyVaultSecretsUser} on vaults/kv-",
        $"events: {BlobDataContributor} on storageAccounts/stremhost/blobServices/default/containers/event-deadletters",
    ];

    private static readonly string[] BySwitch =
    [
        $"app: {CognitiveServicesUser} on accounts/di-remiss-",
        $"operators: {BlobDataContributor} on storageAccounts/stremdata/blobServices/default/containers/inbox",
        $"operators: {TableDataReader} on storageAccounts/stremdata",
        "app: Blob tag reader (rg-prov) on storageAccounts/stremdata/blobServices/default/containers/inbox",
    ];

    [Fact]
    public void Nobody_may_do_more_than_the_work_asks() => Assert.Equal(Always.Order(), Granted(Installation.Plain));

    [Fact]
    public void Every_switch_grants_its_own_roles_only() => Assert.Equal(Always.Concat(BySwitch).Order(), Granted(Installation.Full));

    [Fact]
    public void The_role_of_our_own_reads_tags_and_nothing_else()
    {
        var role = Assert.Single(Installation.Full.OfType(RoleDefinitions));

        Assert.Equal(
            """[{"dataActions":["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read"]}]""", role.At("permissions")!.ToJsonString());
        Assert.EndsWith("/resourceGroups/rg-prov", Assert.Single(role.Texts("assignableScopes")), StringComparison.Ordinal);
        Assert.Empty(Installation.Plain.OfType(RoleDefinitions));
    }

    private static IEnumerable<string> Granted(Installation installation)
    {
        var unique = ((string)installation.Outputs["APP_NAME"]!)["func-remiss-".Length..];
        return installation.OfType("Microsoft.Authorization/roleAssignments")
            .Select(assignment => Told(assignment, installation).Replace(unique, "", StringComparison.Ordinal)).Order();
    }

    private static string Told(Resource assignment, Installation installation)
    {
        var id = assignment.Text("roleDefinitionId")!.Split('/')[^1];
        var role = installation.OfType(RoleDefinitions).FirstOrDefault(own => own.Name == id)?.Text("roleName") ?? id;
        var scope = assignment.Id[..assignment.Id.IndexOf("/providers/Microsoft.Authorization", StringComparison.Ordinal)];
        var resource = scope[(scope.IndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..];
        return $"{Who(assignment.Text("principalId")!)}: {role} on {resource[(resource.IndexOf('/') + 1)..]}";
    }

    private static string Who(string principal) => principal switch
    {
        Installation.OperatorGroupId => "operators",
        _ when principal.Contains("/userAssignedIdentities/id-remiss-", StringComparison.Ordinal) => "app",
        _ when principal.Contains("/systemTopics/evgt-remiss-", StringComparison.Ordinal) => "events",
        _ => principal,
    };
}
