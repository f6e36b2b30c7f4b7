using System.Collections.Concurrent;
using Legator.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.ChatOps.Tests;

/// <summary>The chat service, started; everything that it logs is kept.</summary>
internal sealed class StartedBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private StartedBot(WebApplication app, LogKeeper logs)
    {
        this.app = app;
        Logs = logs;
    }

    public LogKeeper Logs { get; }

    public static async Task<StartedBot> StartAsync(Dictionary<string, string?> settings)
    {
        var logs = new LogKeeper();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.AddServiceDefaults();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.AddLegatorChatOps();
        var app = builder.Build();
        await app.StartAsync();
        return new StartedBot(app, logs);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    internal sealed class LogKeeper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
