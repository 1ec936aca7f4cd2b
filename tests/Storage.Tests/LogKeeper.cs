using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Storage.Tests;

/// <summary>Keeps the numbers of what was logged.</summary>
internal sealed class LogKeeper : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(int Event, string Text)> _lines = new();

    public IReadOnlyCollection<int> Events => [.. _lines.Select(line => line.Event)];

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue((eventId.Id, formatter(state, exception)));
        if (exception is not null)
        {
            TestContext.Out.WriteLine($"{eventId.Id} {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
