using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Limits;
using Legator.Operator.Runs;

namespace Legator.Operator.Projection;

/// <summary>Writes on a run that has not begun why it waits, once for each reason, and takes it away when it waits no more. From its first event on, the status is the journal's.</summary>
internal sealed class WaitingRuns(ResourceClient<LegatorRun> runs)
{
    private readonly ConcurrentDictionary<AgentKey, (string Run, string Reason)> _told = new();

    /// <summary>Brings a run's reason in line.</summary>
    public async Task TellAsync(AgentKey agent, RunHead run, Held? held, CancellationToken cancellationToken)
    {
        var told = _told.TryGetValue(agent, out var last) && last.Run == run.Name ? last.Reason : null;
        if (held?.Reason == told || run.StartTime is not null)
        {
            return;
        }

        var status = new JsonObject { ["phase"] = nameof(RunPhase.Pending), ["reason"] = held?.Reason, ["message"] = held?.Message };
        try
        {
            await runs.PatchStatusAsync(agent.Namespace, run.Name, new JsonObject { ["status"] = status }, cancellationToken, run.Version);
        }
        catch (ClusterException exception) when (exception.IsConflict || exception.IsNotFound)
        {
            // It has begun, or is gone: then there is nothing to tell.
            Forget(agent);
            return;
        }

        if (held is null)
        {
            Forget(agent);
        }
        else
        {
            _told[agent] = (run.Name, held.Reason);
        }
    }

    /// <summary>The agent has no unfinished run.</summary>
    public void Forget(AgentKey agent) => _told.TryRemove(agent, out _);
}
