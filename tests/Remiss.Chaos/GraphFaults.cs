using Microsoft.AspNetCore.Http;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Chaos;

/// <summary>Graph on a bad day: refuses, fails before or after it has taken what it was given, breaks off.</summary>
internal sealed class GraphFaults(ChaosOptions options)
{
    /// <summary>A notification that is refused with 503 has not been taken: the product tries it again, and leaves no trace to look for.</summary>
    private static readonly Fault[] Kinds =
    [
        new(429, TimeSpan.FromSeconds(1)), new(429), new(503, TimeSpan.FromSeconds(1)), new(503), new(503, TakesIt: true), new(504), new(504, TakesIt: true), new(0), new(0, TakesIt: true), new(500),
    ];

    private readonly Random random = new(options.Seed + 2);
    private readonly Lock door = new();

    public double Rate { get; set; } = options.GraphFaults;

    /// <summary>Refused with 429 or 503.</summary>
    public int Refused { get; private set; }

    /// <summary>Taken, and then no answer or an error.</summary>
    public int TakenAndLost { get; private set; }

    public int Count { get; private set; }

    public Fault? Draw(HttpRequest request, int number)
    {
        lock (door)
        {
            if (random.NextDouble() >= Rate) return null;
            var fault = Kinds[random.Next(Kinds.Length)];
            if (fault is { Status: 503, TakesIt: true } && request.Path.Value!.EndsWith("sendActivityNotification", StringComparison.Ordinal)) return null;
            Count++;
            if (fault.TakesIt) TakenAndLost++;
            else if (fault.Status is 429 or 503) Refused++;
            return fault;
        }
    }
}
