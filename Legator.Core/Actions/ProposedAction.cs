namespace Legator.Core.Actions;

/// <summary>One thing that a tool call would do, as the tool itself classified it from its validated arguments. A call may hold several.</summary>
/// <param name="Domain"><c>kubernetes</c>, <c>http</c>, <c>ssh</c>, <c>sql</c>, <c>dns</c>, <c>state</c>, <c>mcp</c>, <c>aws</c>, <c>azure</c>, <c>delegation</c> or <c>event</c>.</param>
/// <param name="Verb">What is done, lower-case: <c>get</c>, <c>delete</c>, <c>scale</c>…</param>
/// <param name="Target">What it is done to.</param>
/// <param name="Tier">The worst that it could do.</param>
public sealed record ProposedAction(string Domain, string Verb, CanonicalTarget Target, RiskTier Tier)
{
    /// <summary>Side effects in words, for approvers and the record.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>True when reading the target is itself delicate (a Secret): an action sheet must name its kind, a wildcard does not declare it.</summary>
    public bool Guarded { get; init; }

    /// <summary>Set where only people can tell how bad this is: the least that an action sheet entry which names the very tool may make of it. Without such an entry <see cref="Tier"/> counts. Null elsewhere.</summary>
    public RiskTier? SheetFloor { get; init; }

    /// <summary>Why this is refused whatever the settings are; null when it is not.</summary>
    public string? BlockedBecause { get; init; }

    /// <summary>What people may do about <see cref="BlockedBecause"/>; null when nothing may lift it.</summary>
    public string? BlockedUnless { get; init; }
}
