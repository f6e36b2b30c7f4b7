namespace Legator.Core.Rollbacks;

/// <summary>How an action is taken back, made out from the state before it. It is recorded with the intent and holds no secret.</summary>
public sealed record ActionRollback
{
    /// <summary>The calls that take it back, in the order in which they are to be made; empty where there are none.</summary>
    public IReadOnlyList<RollbackStep> Steps { get; init; } = [];

    /// <summary>Why there is no call, or why there need not be one; null where there are calls.</summary>
    public string? Unavailable { get; init; }

    /// <summary>How the action sheet says that it is taken back, in words; null where it says nothing.</summary>
    public string? Words { get; init; }

    /// <summary>Nothing that could be called takes it back.</summary>
    /// <param name="why">Why, as a sentence.</param>
    public static ActionRollback None(string why) => new() { Unavailable = why };

    /// <summary>These calls take it back.</summary>
    public static ActionRollback By(params IReadOnlyList<RollbackStep> steps) => new() { Steps = steps };
}
