namespace Legator.Backends.Queues;

/// <summary>How long a claim holds without renewal.</summary>
internal sealed record InMemoryRunQueueOptions
{
    /// <summary>A claim that is not renewed for so long goes to another runner. Default 60 seconds.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(60);
}
