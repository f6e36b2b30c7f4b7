namespace Legator.Backends.Queues;

/// <summary>Where the queue is kept: the connection string named <c>queue</c>; none for memory. All else is the configuration section <c>Queue</c>.</summary>
internal sealed class RunQueueOptions
{
    public const string ConnectionName = "queue";

    public const string Section = "Queue";

    /// <summary>Dead letters beyond so many push out the oldest.</summary>
    public const int DeadLettersKept = 1000;

    /// <summary>Redis, e.g. <c>localhost:6379,password=…</c>; empty for memory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>A claim that is not renewed for so long goes to another runner, 3 s to 1 h; several times the runners' <c>Runner:RenewInterval</c>, and the same in every process. Default 60 seconds.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a waiting runner looks where nothing tells it of new entries. Default 1 second.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What all keys begin with; the braces keep them on one shard.</summary>
    public string Prefix { get; set; } = "{legator}:queue:";
}
