using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.State;

/// <summary>What an agent remembers between runs.</summary>
[ResourceKind("AgentState", "agentstates", ShortNames = "as")]
[PrinterColumn("Agent", "string", ".spec.agentName")]
[PrinterColumn("Keys", "integer", ".status.keyCount")]
[PrinterColumn("Updated", "date", ".status.lastUpdated")]
public sealed record AgentState : LegatorResource<AgentStateSpec, AgentStateStatus>
{
    /// <summary>An empty state; unlike the other kinds this one may be written without a spec.</summary>
    [JsonConstructor]
    [SetsRequiredMembers]
    public AgentState() => Spec = new AgentStateSpec();

    /// <inheritdoc />
    public override string Kind { get; init; } = "AgentState";
}
