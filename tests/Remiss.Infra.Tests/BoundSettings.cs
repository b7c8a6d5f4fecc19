using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Remiss.Infra.Tests;

/// <summary>The settings that the code asks for, found by letting it ask.</summary>
internal static class BoundSettings
{
    private const string AnyChild = "any-child";

    public static IReadOnlyList<string> Find()
    {
        var asked = new Asked();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.Sources.Add(asked);
        builder.AddRemiss();
        var options = builder.Services
            .Where(service => service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
            .Select(service => service.ServiceType.GetGenericArguments()[0])
            .Where(type => type.Assembly == typeof(RemissServices).Assembly)
            .ToHashSet();
        using var host = builder.Build();
        asked.Keys.Clear();
        foreach (var type in options)
        {
            var value = host.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type));
            _ = value.GetType().GetProperty(nameof(IOptions<>.Value))!.GetValue(value);
        }

        return
        [
            .. asked.Keys.Where(key => key.Contains(':') && !key.Contains(AnyChild, StringComparison.Ordinal))
                .Select(key => key.Replace(":", "__", StringComparison.Ordinal)).Distinct().Order(),
        ];
    }

    /// <summary>Holds nothing, but says that every section has something in it, so that binders go on asking.</summary>
    private sealed class Asked : IConfigurationSource, IConfigurationProvider
    {
        public List<string> Keys { get; } = [];

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public bool TryGet(string key, out string? value)
        {
            Keys.Add(key);
            value = null;
            return false;
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
            parentPath is null || parentPath.Contains(':') ? earlierKeys : earlierKeys.Append(AnyChild);

        public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

        public void Load()
        {
        }

        public void Set(string key, string? value) => throw new NotSupportedException();
    }
}
