using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using NCrontab;
using Remiss.Storage;

namespace RemissFunctions.Tests;

public sealed class TriggerTests
{
    private static readonly JsonElement LocalSettings = Read("src", "RemissFunctions", "local.settings.example.json").GetProperty("Values");

    private static readonly JsonElement AzureSettings = Read("infra", "settings.json");

    public static TheoryData<string> Schedules => [.. AppFunctions.Triggers<TimerTriggerAttribute>().Select(t => t.Schedule)];

    [Fact]
    public void Every_function_has_a_name_of_its_own()
    {
        var names = AppFunctions.All.Select(f => f.GetCustomAttribute<FunctionAttribute>()!.Name).ToList();

        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void A_function_has_one_trigger_and_calls_one_handler() => Assert.All(AppFunctions.All, function =>
    {
        Assert.Single(function.GetParameters(), p => p.GetCustomAttributes().Any(a => a.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)));
        Assert.Single(Assert.Single(function.DeclaringType!.GetConstructors()).GetParameters());
    });

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_schedule_is_a_setting_with_a_valid_expression_here_and_in_azure(string schedule)
    {
        Assert.Matches("^%[A-Z][A-Za-z]+Schedule%$", schedule);
        Assert.All((JsonElement[])[LocalSettings, AzureSettings], settings => Assert.NotNull(CrontabSchedule.TryParse(
            settings.GetProperty(schedule.Trim('%')).GetString()!, new CrontabSchedule.ParseOptions { IncludingSeconds = true })));
    }

    [Fact]
    public void No_schedule_is_set_that_no_function_asks_for() => Assert.Equal(
        AppFunctions.Triggers<TimerTriggerAttribute>().Select(t => t.Schedule.Trim('%')).Order(StringComparer.Ordinal),
        AzureSettings.EnumerateObject().Select(s => s.Name).Where(n => n.EndsWith("Schedule", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_infrastructure_subscribes_to_and_watches_the_functions_by_their_names()
    {
        var timers = AppFunctions.All.Where(f => f.GetParameters().Any(p => p.GetCustomAttribute<TimerTriggerAttribute>() is not null));
        var alerts = File.ReadAllText(Path.Combine(AppFunctions.Root, "infra", "modules", "alerts.bicep"));
        var events = File.ReadAllText(Path.Combine(AppFunctions.Root, "infra", "events.bicep"));

        Assert.All(timers, timer => Assert.Matches($"(?m)^  {timer.GetCustomAttribute<FunctionAttribute>()!.Name}: [0-9]+$", alerts));
        Assert.Contains($"'{nameof(ReceiveFunction)[..^"Function".Length]}'", events, StringComparison.Ordinal);
    }

    [Fact]
    public void No_timer_runs_when_the_app_starts() => Assert.All(AppFunctions.Triggers<TimerTriggerAttribute>(), t => Assert.False(t.RunOnStartup));

    [Fact]
    public void Every_queue_of_the_pipeline_is_listened_to_and_no_other() => Assert.Equal(
        new[] { StepQueues.ExtractName, StepQueues.ClassifyName, StepQueues.ExtractPoisonName, StepQueues.ClassifyPoisonName, StepQueues.BlobPoisonName }
            .Order(StringComparer.Ordinal),
        AppFunctions.Triggers<QueueTriggerAttribute>().Select(t => t.QueueName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_queue_and_container_is_made_by_the_infrastructure()
    {
        var text = string.Join('\n', Infrastructure());

        Assert.All(AppFunctions.Triggers<QueueTriggerAttribute>(), t => Assert.Contains($"'{t.QueueName}'", text, StringComparison.Ordinal));
        Assert.Contains($"'{BlobContainers.InboxName}'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_inbox_comes_by_event_grid_whatever_its_folders()
    {
        var trigger = Assert.Single(AppFunctions.Triggers<BlobTriggerAttribute>());

        Assert.Equal(("inbox/{name}", BlobTriggerSource.EventGrid), (trigger.BlobPath, trigger.Source));
    }

    [Fact]
    public void Every_storage_trigger_listens_to_the_account_that_the_pipeline_works_on()
    {
        var connections = AppFunctions.Triggers<QueueTriggerAttribute>().Select(t => t.Connection)
            .Concat(AppFunctions.Triggers<BlobTriggerAttribute>().Select(t => t.Connection));

        Assert.All(connections, connection => Assert.Equal(StorageClients.ConnectionName, connection));
    }

    [Fact]
    public void The_pages_decide_themselves_who_may_enter_and_where()
    {
        var trigger = Assert.Single(AppFunctions.Triggers<HttpTriggerAttribute>());
        var host = Read("host.json");

        Assert.Equal((AuthorizationLevel.Anonymous, "{*path}"), (trigger.AuthLevel, trigger.Route));
        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Fact]
    public void Five_failures_are_poison_as_on_one_machine()
    {
        var host = Read("host.json");
        var extensions = host.GetProperty("extensions");

        Assert.Equal(5, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal(5, extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal("base64", extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());
    }

    [Fact]
    public void A_file_has_had_all_its_time_before_the_host_ends_the_function()
    {
        var settings = Read("infra", "settings.json");
        TimeSpan Setting(string name) => TimeSpan.Parse(settings.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
        var longest = 2 * (Setting("Extractor__StartLimit") + Setting("Extractor__TimeLimit")) + Setting("Ocr__TimeLimit");

        Assert.True(TimeSpan.Parse(Read("host.json").GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture) > longest);
    }

    [Fact]
    public void The_app_stays_thin()
    {
        var files = Directory.GetFiles(Path.Combine(AppFunctions.Root, "src", "RemissFunctions"), "*.cs");

        Assert.InRange(files.Sum(file => File.ReadAllLines(file).Length), 1, 250);
    }

    private static JsonElement Read(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine([AppFunctions.Root, .. path])));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Infrastructure() =>
        Directory.GetFiles(Path.Combine(AppFunctions.Root, "infra"), "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText);
}
