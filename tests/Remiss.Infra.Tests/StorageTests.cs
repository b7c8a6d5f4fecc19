using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Remiss.Storage;

namespace Remiss.Infra.Tests;

public sealed class StorageTests
{
    private const string Accounts = "Microsoft.Storage/storageAccounts";
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string BlobServices = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Data = "stremdata";
    private const string Host = "stremhost";

    [Theory]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowCrossTenantReplication", "false")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    [InlineData("minimumTlsVersion", "TLS1_2")]
    public void Both_accounts_are_closed(string property, string value)
    {
        var accounts = Installation.Plain.OfType(Accounts).Concat(Installation.Full.OfType(Accounts)).ToList();

        Assert.Equal(4, accounts.Count);
        Assert.All(accounts, account => Assert.Equal(value, account.Text(property)));
    }

    [Fact]
    public void No_container_can_be_read_without_a_login() =>
        Assert.All(Installation.Plain.OfType(Containers), container => Assert.Equal("None", container.Text("publicAccess")));

    [Fact]
    public void Data_account_has_the_containers_of_the_code_and_no_other() => Assert.Equal(
        new BlobContainers(new BlobServiceClient(new Uri("https://data.invalid"))).All.Select(container => container.Name).Order(),
        OwnNames(Containers, Data));

    [Fact]
    public void Data_account_has_the_queues_of_the_code_and_that_of_failed_blobs() => Assert.Equal(
        new StepQueues(new QueueServiceClient(new Uri("https://data.invalid"))).All.Select(queue => queue.Name)
            .Append("webjobs-blobtrigger-poison").Order(),
        OwnNames("Microsoft.Storage/storageAccounts/queueServices/queues", Data));

    [Fact]
    public void Data_account_has_the_tables_of_the_code_and_no_other() => Assert.Equal(
        RemissLedger.TableNames.Order(), OwnNames("Microsoft.Storage/storageAccounts/tableServices/tables", Data));

    [Fact]
    public void Host_account_has_the_package_and_the_dead_letters_only() =>
        Assert.Equal(["app-package", "event-deadletters"], OwnNames(Containers, Host));

    [Fact]
    public void What_is_overwritten_or_deleted_can_be_had_back()
    {
        var blobs = Installation.Plain.Single(BlobServices, Data);

        Assert.Equal("true", blobs.Text("isVersioningEnabled"));
        Assert.Equal(["true", "true"], [blobs.Text("deleteRetentionPolicy.enabled")!, blobs.Text("containerDeleteRetentionPolicy.enabled")!]);
        Assert.True((int)blobs.At("deleteRetentionPolicy.days")! >= 30 && (int)blobs.At("containerDeleteRetentionPolicy.days")! >= 30);
        Assert.Equal("true", Installation.Plain.Single(BlobServices, Host).Text("deleteRetentionPolicy.enabled"));
    }

    [Theory]
    [InlineData("originals")]
    [InlineData("quarantine")]
    [InlineData("outbox")]
    public void No_lifecycle_rule_ever_deletes_an(string container)
    {
        var deleting = Rules()
            .Where(rule => rule["definition"]!["actions"]!.ToJsonString().Contains("\"delete\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(deleting);
        Assert.All(deleting, rule =>
        {
            var prefixes = rule["definition"]!["filters"]!["prefixMatch"]!.AsArray().Select(prefix => (string)prefix!).ToList();
            Assert.NotEmpty(prefixes);
            Assert.DoesNotContain(prefixes, prefix => $"{container}/".StartsWith(prefix, StringComparison.Ordinal)
                || prefix.StartsWith($"{container}/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void No_lifecycle_rule_deletes_a_current_blob() =>
        Assert.All(Rules(), rule => Assert.Null(rule["definition"]!["actions"]!["baseBlob"]?["delete"]));

    [Fact]
    public void Every_lifecycle_rule_speaks_of_a_container_that_is_made()
    {
        var made = OwnNames(Containers, Data).Select(name => $"{name}/").ToList();

        Assert.All(
            Rules().SelectMany(rule => rule["definition"]!["filters"]!["prefixMatch"]!.AsArray()),
            prefix => Assert.Contains((string)prefix!, made));
    }

    [Fact]
    public void Data_account_is_locked_against_deletion()
    {
        var undeletable = Assert.Single(Installation.Plain.OfType("Microsoft.Authorization/locks"));

        Assert.Equal("CanNotDelete", undeletable.Text("level"));
        Assert.Contains($"storageAccounts/{Data}", undeletable.Id, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Rules() => Installation.Plain
        .Single("Microsoft.Storage/storageAccounts/managementPolicies", Data).At("policy.rules")!.AsArray().Select(rule => rule!);

    private static IEnumerable<string> OwnNames(string type, string account) => Installation.Plain
        .OfType(type).Where(made => made.Name.StartsWith(account, StringComparison.Ordinal)).Select(made => made.OwnName).Order();
}
