namespace Legator.Operator.Schedules;

/// <summary>What becomes of a due slot.</summary>
internal enum SlotOutcome
{
    /// <summary>Nothing is due.</summary>
    None,

    /// <summary>A run is made of it.</summary>
    Run,

    /// <summary>It is passed over: a run of the agent is still unfinished.</summary>
    Skip,

    /// <summary>It is passed over: it is past, and the agent makes nothing up for.</summary>
    Miss,

    /// <summary>It waits until the agent can run; of several that wait only the latest will run.</summary>
    Hold,
}
