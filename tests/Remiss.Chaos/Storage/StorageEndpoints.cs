using System.Text.RegularExpressions;

namespace Remiss.Chaos.Storage;

/// <summary>The ports in a connection string of Azurite. The signature of a call does not cover them.</summary>
internal static partial class StorageEndpoints
{
    public static IReadOnlyList<int> PortsOf(string connection) => [.. Port().Matches(connection).Select(m => int.Parse(m.Groups[1].ValueSpan, null))];

    public static string WithPorts(string connection, IReadOnlyDictionary<int, int> ports) =>
        Port().Replace(connection, m => $"127.0.0.1:{ports[int.Parse(m.Groups[1].ValueSpan, null)]}");

    [GeneratedRegex(@"127\.0\.0\.1:(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Port();
}
