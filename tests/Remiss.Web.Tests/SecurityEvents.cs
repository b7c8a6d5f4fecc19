using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Remiss.Web.Security;

namespace Remiss.Web.Tests;

/// <summary>What was written to the security log.</summary>
internal sealed class SecurityEvents : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName == SecurityLog.Category ? lines : null);

    public void Dispose()
    {
    }

    private sealed class Writer(ConcurrentQueue<string>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines?.Enqueue(formatter(state, exception));
    }
}
