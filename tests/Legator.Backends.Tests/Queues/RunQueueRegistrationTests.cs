using Legator.Backends.Journals;
using Legator.Backends.Queues;
using Legator.Core.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Legator.Backends.Tests.Queues;

public sealed class RunQueueRegistrationTests
{
    [Theory]
    [InlineData("Data Source=journal.db", false)]
    [InlineData("Host=127.0.0.1;Database=legator", true)]
    public void QueueInMemory_BesideAJournalOfSeveralProcesses_IsWarnedOf(string journal, bool warns)
    {
        using var kept = new KeptLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("ConnectionStrings:journal", journal)]);
        builder.Logging.AddProvider(kept);
        builder.AddRunJournal().AddRunQueue();
        using var host = builder.Build();
        host.Services.GetRequiredService<IRunQueue>().ShouldBeOfType<InMemoryRunQueue>();
        kept.Lines.Any(line => line.Contains("ConnectionStrings:queue", StringComparison.Ordinal)).ShouldBe(warns);
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
