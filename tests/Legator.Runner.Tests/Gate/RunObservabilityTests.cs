using System.Diagnostics;
using Legator.Core.Resources.Agents;
using Legator.Runner.Gate;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Gate;

/// <summary>spec.observability, each field.</summary>
public sealed class RunObservabilityTests
{
    [Theory]
    [InlineData(LogLevelName.Debug, "Information Warning Error")]
    [InlineData(LogLevelName.Info, "Information Warning Error")]
    [InlineData(LogLevelName.Warn, "Warning Error")]
    [InlineData(LogLevelName.Error, "Error")]
    public void LogLevel_LeavesOutWhatIsLessSevere(LogLevelName level, string expected)
    {
        var log = new Lines();
        var observed = RunObservability.Of(new ObservabilitySpec { LogLevel = level });
        foreach (var each in new[] { LogLevel.Information, LogLevel.Warning, LogLevel.Error })
        {
            observed.Of(log).Log(each, "said");
        }

        string.Join(' ', log.Levels).ShouldBe(expected);
        observed.LogsSteps.ShouldBe(level == LogLevelName.Debug);
    }

    [Theory]
    [InlineData(true, "tool invoke_agent observed")]
    [InlineData(false, "")]
    public void Tracing_False_LeavesOutTheRunAndAllWithin(bool tracing, string expected)
    {
        var marker = new ActivitySource($"Legator.Test.{nameof(RunObservabilityTests)}.{tracing}");
        var recorded = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == marker.Name || source.Name == "Legator.Runner.Runs",
            // As exporters do: what belongs to something that is not recorded is not recorded.
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent == default || options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            // Other tests' runs are traced too.
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == marker.Name || Equals(activity.GetTagItem("legator.run"), "agents/observed"))
                {
                    recorded.Add(activity.OperationName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using (RunObservability.Of(new ObservabilitySpec { Tracing = tracing }).Begin("agents/observed", "observed"))
        {
            marker.StartActivity("tool")?.Dispose();
        }

        string.Join(' ', recorded).ShouldBe(expected);
    }

    private sealed class Lines : ILogger
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Levels.Add(logLevel);
    }
}
