namespace Legator.Core.Resources.Agents;

/// <summary>Which agents this one works with. An entry is an agent's name, <c>namespace/name</c>, or either with <c>*</c> in the name: <c>shop-*</c>, <c>ops/*</c>.</summary>
public sealed record DelegationSpec
{
    /// <summary>Agents that this one may hand tasks to. Unset: every agent of its namespace; empty: none.</summary>
    public IReadOnlyList<string>? AllowTo { get; init; }

    /// <summary>Agents whose tasks and events this one takes. Unset: every agent of its namespace; empty: none.</summary>
    public IReadOnlyList<string>? AcceptFrom { get; init; }
}
