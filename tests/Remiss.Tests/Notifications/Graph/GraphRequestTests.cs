using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Moq;
using Remiss.Notifications;
using Remiss.Notifications.Graph;
using Remiss.Notifications.Workflows;

namespace Remiss.Tests.Notifications.Graph;

/// <summary>What the SDK is asked to send, before any of it is sent.</summary>
public sealed class GraphRequestTests
{
    private readonly Mock<IRequestAdapter> adapter = new();
    private readonly List<RequestInformation> requests = [];

    public GraphRequestTests()
    {
        adapter.SetupAllProperties();
        adapter.Object.BaseUrl = "https://graph.example/v1.0";
        adapter.Setup(a => a.SerializationWriterFactory).Returns(new JsonSerializationWriterFactory());
        adapter
            .Setup(a => a.SendAsync(
                It.IsAny<RequestInformation>(), It.IsAny<ParsableFactory<Message>>(), It.IsAny<Dictionary<string, ParsableFactory<IParsable>>>(), It.IsAny<CancellationToken>()))
            .Callback((RequestInformation request, ParsableFactory<Message> _, Dictionary<string, ParsableFactory<IParsable>> _, CancellationToken _) => requests.Add(request))
            .ReturnsAsync(new Message { Id = "AAkALg+/=", InternetMessageId = "<id@stadshus.example>", IsDraft = true });
        adapter
            .Setup(a => a.SendNoContentAsync(
                It.IsAny<RequestInformation>(), It.IsAny<Dictionary<string, ParsableFactory<IParsable>>>(), It.IsAny<CancellationToken>()))
            .Callback((RequestInformation request, Dictionary<string, ParsableFactory<IParsable>> _, CancellationToken _) => requests.Add(request))
            .Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task The_requests_of_a_mail_ask_for_ids_that_stay_and_carry_nothing_at_sending()
    {
        var notifier = CreateTarget();
        var draft = (await notifier.PrepareAsync(Mail, TestContext.Current.CancellationToken)).Draft;

        await notifier.SendAsync(Mail, draft, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "POST https://graph.example/v1.0/users/remiss%40stadshus.example/messages",
                "POST https://graph.example/v1.0/users/remiss%40stadshus.example/messages/AAkALg%2B%2F%3D/send",
            ],
            requests.Select(r => $"{r.HttpMethod} {r.URI.AbsoluteUri}"));
        Assert.All(requests, r => Assert.Equal(["IdType=\"ImmutableId\""], r.Headers["Prefer"]));
        Assert.Equal(0, requests[1].Content.Length);
        using var body = new StreamReader(requests[0].Content);
        Assert.Contains("\"internetMessageId\":\"<reminder-1.ks-1@stadshus.example>\"", (await body.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notification_goes_to_the_users_activity_feed()
    {
        await CreateTarget().SendAsync(
            new TeamsNotification("ks-1", "reminder-2", "Åsa", "1f0e5a8e-0000-4000-8000-000000000000", "Ämne", "Text", null), TestContext.Current.CancellationToken);

        Assert.Equal(
            "https://graph.example/v1.0/users/1f0e5a8e-0000-4000-8000-000000000000/teamwork/sendActivityNotification",
            Assert.Single(requests).URI.AbsoluteUri);
    }

    [Fact]
    public async Task What_the_SDK_wraps_after_its_retries_is_understood()
    {
        adapter
            .Setup(a => a.SendNoContentAsync(
                It.IsAny<RequestInformation>(), It.IsAny<Dictionary<string, ParsableFactory<IParsable>>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AggregateException(new ApiException("Too many") { ResponseStatusCode = 429 }));

        var result = await CreateTarget().SendAsync(Mail, new("AAkALg", "<id@stadshus.example>"), TestContext.Current.CancellationToken);

        Assert.Equal((SendState.Owed, "Graph svarade 429."), (result.State, result.Detail));
    }

    [Fact]
    public async Task What_is_no_failure_of_the_request_is_not_swallowed()
    {
        adapter
            .Setup(a => a.SendNoContentAsync(
                It.IsAny<RequestInformation>(), It.IsAny<Dictionary<string, ParsableFactory<IParsable>>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new NotSupportedException());

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            CreateTarget().SendAsync(Mail, new("AAkALg", "<id@stadshus.example>"), TestContext.Current.CancellationToken));
    }

    private static MailNotification Mail { get; } = new("ks-1", "reminder-1", "Åsa", "svar@sisab.example", "Ämne", "<p>Hej</p>", "Hej");

    private GraphNotifier CreateTarget() => new(
        new(() => new GraphServiceClient(adapter.Object)),
        Options.Create(GraphOffice.Settings),
        Options.Create(new NotificationOptions()),
        new(Options.Create(new WorkflowsOptions())));
}
