using System.Text.Json;

namespace Legator.Core.Rollbacks;

/// <summary>A call that takes an action back, or a part of it.</summary>
/// <param name="Tool">Name of the tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Words">What it does, in words.</param>
public sealed record RollbackStep(string Tool, JsonElement Arguments, string Words)
{
    /// <summary>What the action changed of the object. Where it is neither as the action left it nor as it was before, somebody else changed it since.</summary>
    public IReadOnlyList<RollbackField> Fields { get; init; } = [];

    /// <summary>True where the action left no object, so that one that is there now was made by somebody else; null where it left one.</summary>
    public bool? Missing { get; init; }
}
