using Legator.Core.Health;

namespace Legator.ServiceDefaults.Health;

/// <summary>Keeps every loop's last beat and judges the process by them.</summary>
internal sealed class LoopHealth(TimeProvider time) : ILoopHeartbeats
{
    private readonly Lock gate = new();
    private readonly List<LoopHeartbeat> loops = [];

    public ILoopHeartbeat Register(string loop, TimeSpan limit)
    {
        var heartbeat = new LoopHeartbeat(loop, limit, time, Remove);
        lock (gate)
        {
            loops.Add(heartbeat);
        }

        return heartbeat;
    }

    public HealthReport Report()
    {
        lock (gate)
        {
            return new HealthReport([.. loops.Select(loop => loop.State()).OrderBy(state => state.Loop, StringComparer.Ordinal)]);
        }
    }

    private void Remove(LoopHeartbeat loop)
    {
        lock (gate)
        {
            loops.Remove(loop);
        }
    }
}
