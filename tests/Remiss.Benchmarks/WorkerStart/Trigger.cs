using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>A function and what starts it, as its source says and as the worker reports it.</summary>
internal sealed record Trigger(string Function, string Type, string On)
{
    /// <summary>All that the sources of the Functions app declare.</summary>
    public static IEnumerable<Trigger> InSources() =>
        from type in typeof(RemissFunctions.WebFunction).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        from attribute in parameter.GetCustomAttributes()
        let trigger = Written(function.Name, attribute)
        where trigger is not null
        select trigger;

    /// <param name="binding">JSON, as the worker sends it to its host.</param>
    public static Trigger Reported(string function, string binding)
    {
        using var document = JsonDocument.Parse(binding);
        var told = document.RootElement;
        var type = Text("type");
        return new(function, type, type switch
        {
            "queueTrigger" => $"{Text("queueName")} of {Text("connection")}",
            "blobTrigger" => $"{Text("path")} of {Text("connection")} by {Text("source")}",
            "timerTrigger" => Text("schedule"),
            "httpTrigger" => $"{string.Join(' ', told.GetProperty("methods").EnumerateArray())} {Text("route")} for {Text("authLevel")}",
            _ => binding,
        });

        string Text(string name) => told.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    private static Trigger? Written(string function, Attribute attribute) => attribute switch
    {
        QueueTriggerAttribute queue => new(function, "queueTrigger", $"{queue.QueueName} of {queue.Connection}"),
        BlobTriggerAttribute blob => new(function, "blobTrigger", $"{blob.BlobPath} of {blob.Connection} by {blob.Source}"),
        TimerTriggerAttribute timer => new(function, "timerTrigger", timer.Schedule),
        HttpTriggerAttribute http => new(function, "httpTrigger", $"{string.Join(' ', http.Methods)} {http.Route} for {http.AuthLevel}"),
        _ => null,
    };
}
