namespace Remiss.Infra.Tests;

public sealed class EventTests
{
    private const string Topics = "Microsoft.EventGrid/systemTopics";

    private static Resource Subscription => Assert.Single(Installation.SecondPass.Resources);

    [Fact]
    public void First_pass_makes_the_topic_of_the_data_account_and_no_subscription()
    {
        var topic = Assert.Single(Installation.Plain.OfType(Topics));

        Assert.Contains("/storageAccounts/stremdata", topic.Text("source"), StringComparison.Ordinal);
        Assert.Empty(Installation.Plain.OfType($"{Topics}/eventSubscriptions"));
    }

    [Fact]
    public void Only_new_blobs_of_the_inbox_are_told()
    {
        Assert.Equal(["Microsoft.Storage.BlobCreated"], Subscription.Texts("filter.includedEventTypes"));
        Assert.Equal("/blobServices/default/containers/inbox/", Subscription.Text("filter.subjectBeginsWith"));
    }

    [Fact]
    public void Events_go_to_the_blob_webhook_of_the_app_under_the_name_the_platform_gave_it()
    {
        var url = Subscription.Text("destination.properties.endpointUrl")!;

        Assert.StartsWith("[format('https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}'", url, StringComparison.Ordinal);
        Assert.Contains(").defaultHostName", url, StringComparison.Ordinal);
        Assert.Contains("'Receive'", url, StringComparison.Ordinal);
        Assert.Contains("/host/default'", url, StringComparison.Ordinal);
        Assert.Contains(".systemKeys.blobs_extension", url, StringComparison.Ordinal);
        Assert.Equal("1.2", Subscription.Text("destination.properties.minimumTlsVersionAllowed"));
    }

    [Fact]
    public void Undelivered_events_are_tried_for_a_day_and_then_kept()
    {
        Assert.Equal(("30", "1440"), (Subscription.Text("retryPolicy.maxDeliveryAttempts"), Subscription.Text("retryPolicy.eventTimeToLiveInMinutes")));
        Assert.Equal("SystemAssigned", Subscription.Text("deadLetterWithResourceIdentity.identity.type"));
        Assert.Equal("event-deadletters", Subscription.Text("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
        Assert.EndsWith(
            $"/storageAccounts/{Installation.Plain.Outputs["HOST_STORAGE_NAME"]}",
            Subscription.Text("deadLetterWithResourceIdentity.deadLetterDestination.properties.resourceId"),
            StringComparison.Ordinal);
    }
}
