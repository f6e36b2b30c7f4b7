namespace Legator.Core.Runs;

/// <summary>Who goes first in the queue.</summary>
public enum RunPriority
{
    /// <summary>Runs of a schedule.</summary>
    Scheduled,

    /// <summary>Runs that a person or a webhook waits for.</summary>
    Interactive,
}
