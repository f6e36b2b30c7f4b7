namespace Legator.Core.Guardrails.PreConditions;

/// <summary>Reads the words that people write for <c>failAction</c>.</summary>
public static class FailWords
{
    /// <summary>The words that sheets should use.</summary>
    public const string Known = "block, skip, escalate, approval or warn";

    /// <summary>What a word means; null for one that nobody knows.</summary>
    /// <param name="text">The word; null or empty for the default.</param>
    public static PreConditionFailure? Read(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "block" or "deny" or "refuse" or "abort" or "fail" or "stop" => PreConditionFailure.Block,
        "escalate" => PreConditionFailure.Escalate,
        "skip" => PreConditionFailure.Skip,
        "approval" or "require-approval" or "ask" => PreConditionFailure.Approval,
        "warn" or "warning" or "log" or "continue" => PreConditionFailure.Warn,
        _ => null,
    };
}
