using Legator.Core.Health;

namespace Legator.Backends.Tests.Kubernetes;

/// <summary>Keeps what loops say of themselves.</summary>
internal sealed class QuietHeartbeats : ILoopHeartbeats, ILoopHeartbeat
{
    public string? Problem { get; private set; }

    public int Beats { get; private set; }

    public ILoopHeartbeat Register(string loop, TimeSpan limit) => this;

    public void Beat()
    {
        Beats++;
        Problem = null;
    }

    public void Fault(string problem) => Problem = problem;

    public void Dispose()
    {
    }
}
