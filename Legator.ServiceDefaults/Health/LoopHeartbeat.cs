using Legator.Core.Health;

namespace Legator.ServiceDefaults.Health;

internal sealed class LoopHeartbeat(string loop, TimeSpan limit, TimeProvider time, Action<LoopHeartbeat> removed) : ILoopHeartbeat
{
    private readonly Lock gate = new();
    private long last = time.GetTimestamp();
    private bool started;
    private string? problem;

    public void Beat()
    {
        lock (gate)
        {
            started = true;
            problem = null;
            last = time.GetTimestamp();
        }
    }

    public void Fault(string problem)
    {
        lock (gate)
        {
            this.problem = problem;
            last = time.GetTimestamp();
        }
    }

    public void Dispose() => removed(this);

    public LoopState State()
    {
        lock (gate)
        {
            var silent = time.GetElapsedTime(last);
            if (silent > limit)
            {
                return new LoopState(loop, LoopCondition.Stopped, $"no sign of life for {silent.TotalSeconds:0} s");
            }

            return problem is not null ? new LoopState(loop, LoopCondition.Faulted, problem)
                : started ? new LoopState(loop, LoopCondition.Running, null)
                : new LoopState(loop, LoopCondition.Starting, null);
        }
    }
}
