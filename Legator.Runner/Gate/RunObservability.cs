using System.Diagnostics;
using Legator.Core.Resources.Agents;

namespace Legator.Runner.Gate;

/// <summary>What of a run is traced and logged, as its agent's spec.observability says. The journal has all of it either way.</summary>
/// <param name="Tracing">Whether spans are recorded.</param>
/// <param name="Least">The least severe messages that are logged.</param>
internal sealed record RunObservability(bool Tracing, LogLevel Least)
{
    private static readonly ActivitySource Spans = new("Legator.Runner.Runs");

    /// <summary>What holds for an agent that says nothing.</summary>
    public static RunObservability Default { get; } = new(true, LogLevel.Information);

    /// <summary>True for agents whose every step is logged.</summary>
    public bool LogsSteps => Least == LogLevel.Debug;

    public static RunObservability Of(ObservabilitySpec? spec) => spec is null ? Default : new RunObservability(spec.Tracing, spec.LogLevel switch
    {
        LogLevelName.Debug => LogLevel.Debug,
        LogLevelName.Warn => LogLevel.Warning,
        LogLevelName.Error => LogLevel.Error,
        _ => LogLevel.Information,
    });

    /// <summary>A log in which less severe messages of this run do not come.</summary>
    public ILogger Of(ILogger logger) => Least <= LogLevel.Information ? logger : new Muted(logger, Least);

    /// <summary>The span of a stretch of work on a run; all that is done within belongs to it.</summary>
    /// <returns>Null where nobody listens. For a run that is not traced, a span that is not recorded, and neither is what is done within.</returns>
    public Activity? Begin(string run, string agent, string? traceParent = null)
    {
        if (!Tracing)
        {
            return new Activity("invoke_agent").Start();
        }

        var parent = ActivityContext.TryParse(traceParent, null, isRemote: true, out var asked) ? asked : Activity.Current?.Context ?? default;
        var span = Spans.StartActivity($"invoke_agent {agent}", ActivityKind.Consumer, parent);
        span?.SetTag("gen_ai.operation.name", "invoke_agent");
        span?.SetTag("gen_ai.agent.name", agent);
        span?.SetTag("legator.run", run);
        span?.SetTag("legator.agent", agent);
        return span;
    }

    private sealed class Muted(ILogger logger, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
