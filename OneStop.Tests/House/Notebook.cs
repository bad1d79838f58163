using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneStop.Tests.House;

/// <summary>Keeps each line of the log, with its exception, so that a test can say what must not stand there.</summary>
internal sealed class Notebook(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue(formatter(state, exception) + exception);
    public void Dispose() { }
}
