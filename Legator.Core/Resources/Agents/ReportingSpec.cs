namespace Legator.Core.Resources.Agents;

/// <summary>How loudly outcomes are told.</summary>
public sealed record ReportingSpec
{
    /// <summary>After a run that succeeded without findings.</summary>
    public ReportingAction OnSuccess { get; init; } = ReportingAction.Silent;

    /// <summary>After a run that failed.</summary>
    public ReportingAction OnFailure { get; init; } = ReportingAction.Escalate;

    /// <summary>After a run with findings.</summary>
    public ReportingAction OnFinding { get; init; } = ReportingAction.Log;

    /// <summary>After a run that is not as the agent's runs usually are. It is recorded whatever this says.</summary>
    public ReportingAction OnAnomaly { get; init; } = ReportingAction.Log;
}
