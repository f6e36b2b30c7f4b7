namespace Legator.Core.Guardrails;

/// <summary>What looking at the world said about a pre-condition. It is part of the journal, so that a judgement can be made again from it.</summary>
/// <param name="Check">The pre-condition as its author wrote it.</param>
/// <param name="Holds">False also when it could not be checked.</param>
/// <param name="Message">What was seen.</param>
public sealed record PreConditionResult(string Check, bool Holds, string Message)
{
    /// <summary>True when nobody could look, so that it counts as not held whatever its author wants then; null when somebody looked.</summary>
    public bool? Unchecked { get; init; }

    /// <summary>What was read for it, as tool and target; null when nothing was.</summary>
    public string? Read { get; init; }
}
