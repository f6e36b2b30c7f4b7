namespace Legator.Core.Guardrails;

/// <summary>What happens when a pre-condition does not hold, the strictest first.</summary>
public enum PreConditionFailure
{
    /// <summary>Refused.</summary>
    Block,

    /// <summary>Refused, and the run is handed to a person at its end.</summary>
    Escalate,

    /// <summary>Left out: refused, and the run is none the worse for it.</summary>
    Skip,

    /// <summary>A person decides.</summary>
    Approval,

    /// <summary>Done all the same, with a warning.</summary>
    Warn,
}
