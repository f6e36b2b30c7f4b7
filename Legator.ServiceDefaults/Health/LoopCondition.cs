namespace Legator.ServiceDefaults.Health;

/// <summary>How a loop does.</summary>
internal enum LoopCondition
{
    Starting,
    Running,

    /// <summary>It turns and cannot do its work.</summary>
    Faulted,

    /// <summary>It no longer turns.</summary>
    Stopped,
}
