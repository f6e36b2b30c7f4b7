namespace Legator.Operator.Schedules;

/// <summary>Notices that the wall clock was set: timers run by elapsed time and would miss it.</summary>
internal sealed class ClockSteps : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _time;
    private readonly Action _stepped;
    private readonly ITimer _timer;
    private DateTimeOffset _wall;
    private long _elapsed;

    public ClockSteps(TimeProvider time, Action stepped)
    {
        _time = time;
        _stepped = stepped;
        (_wall, _elapsed) = (time.GetUtcNow(), time.GetTimestamp());
        _timer = time.CreateTimer(_ => Look(), null, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var (wall, elapsed) = (_time.GetUtcNow(), _time.GetTimestamp());
        var step = wall - _wall - _time.GetElapsedTime(_elapsed, elapsed);
        (_wall, _elapsed) = (wall, elapsed);
        if (step.Duration() > Tolerance)
        {
            _stepped();
        }
    }
}
