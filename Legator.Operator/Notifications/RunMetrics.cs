using System.Diagnostics.Metrics;
using Legator.Core.Resources.Runs;
using Legator.Operator.Notifications.Rules;

namespace Legator.Operator.Notifications;

/// <summary>What runs did, in numbers, from their journals; an agent whose spec.observability.metrics is false is left out.</summary>
internal sealed class RunMetrics : IDisposable
{
    private readonly Meter _meter = new("Legator.Operator.Runs");
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _seconds;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _iterations;
    private readonly Counter<long> _blocks;
    private readonly Counter<long> _findings;
    private readonly Counter<long> _escalations;
    private readonly Counter<double> _cost;

    public RunMetrics()
    {
        _runs = _meter.CreateCounter<long>("legator_runs", description: "Runs that are over.");
        _seconds = _meter.CreateHistogram<double>("legator_run_duration_seconds", "s", "Time that runners worked on a run.");
        _tokens = _meter.CreateCounter<long>("legator_tokens_used", description: "Tokens in and out.");
        _iterations = _meter.CreateCounter<long>("legator_iterations", description: "Requests to models.");
        _blocks = _meter.CreateCounter<long>("legator_guardrail_blocks", description: "Actions that guardrails refused.");
        _findings = _meter.CreateCounter<long>("legator_findings", description: "Findings that runs reported.");
        _escalations = _meter.CreateCounter<long>("legator_escalations", description: "Refusals that were escalated.");
        _cost = _meter.CreateCounter<double>("legator_cost_dollars", "USD", "What replies of models cost, where prices are known.");
    }

    /// <summary>A run is over.</summary>
    public void Ended(NotifiedRun run, LegatorRunStatus status)
    {
        if (run.Spec?.Observability is { Metrics: false })
        {
            return;
        }

        KeyValuePair<string, object?>[] agent = [new("namespace", run.Run.Namespace), new("agent", run.Agent)];
        _runs.Add(1, [.. agent, new("status", status.Phase.ToString())]);
        _seconds.Record((status.Usage?.WallClockMs ?? 0) / 1000.0, agent);
        _tokens.Add(status.Usage?.TotalTokens ?? 0, [.. agent, new("model", run.Snapshot?.Model.DisplayName ?? "none")]);
        _iterations.Add(status.Usage?.Iterations ?? 0, agent);
        _escalations.Add(status.Guardrails?.EscalationsTriggered ?? 0, agent);
        foreach (var blocked in status.Actions.Where(action => action.Status == ActionStatus.Blocked).GroupBy(action => action.Reason))
        {
            _blocks.Add(blocked.Count(), [.. agent, new("reason", blocked.Key)]);
        }

        foreach (var found in status.Findings.GroupBy(finding => finding.Severity))
        {
            _findings.Add(found.Count(), [.. agent, new("severity", found.Key.ToString().ToLowerInvariant())]);
        }

        if (double.TryParse(status.Usage?.EstimatedCost?.TrimStart('$'), System.Globalization.CultureInfo.InvariantCulture, out var dollars))
        {
            _cost.Add(dollars, agent);
        }
    }

    public void Dispose() => _meter.Dispose();
}
