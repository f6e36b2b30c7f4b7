namespace Legator.Core.Health;

/// <summary>One loop's sign of life. Disposing it says that the loop ended in order.</summary>
public interface ILoopHeartbeat : IDisposable
{
    /// <summary>The loop turns and does its work.</summary>
    void Beat();

    /// <summary>The loop turns but cannot do its work: the process is alive and not ready until the next <see cref="Beat"/>.</summary>
    /// <param name="problem">A short sentence for people, without secrets.</param>
    void Fault(string problem);
}
