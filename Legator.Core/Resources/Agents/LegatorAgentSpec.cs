using System.ComponentModel.DataAnnotations;

namespace Legator.Core.Resources.Agents;

/// <summary>What an agent is, when it runs and what it may do.</summary>
public sealed record LegatorAgentSpec
{
    /// <summary>What the agent is for, in a sentence; part of its prompt.</summary>
    public required string Description { get; init; }

    /// <summary>A pictogram shown beside the name.</summary>
    public string? Emoji { get; init; }

    /// <summary>When the agent runs.</summary>
    public required ScheduleSpec Schedule { get; init; }

    /// <summary>How capable a model it needs, and how much a run may spend.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>What it knows, in order; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyList<SkillRef> Skills { get; init; }

    /// <summary>What the environment must offer.</summary>
    public CapabilitiesSpec? Capabilities { get; init; }

    /// <summary>What it may do.</summary>
    public required GuardrailsSpec Guardrails { get; init; }

    /// <summary>What its runs emit besides the journal.</summary>
    public ObservabilitySpec? Observability { get; init; }

    /// <summary>How loudly outcomes are told.</summary>
    public ReportingSpec? Reporting { get; init; }

    /// <summary>Which agents it hands tasks to and takes them from. Unset: those of its namespace.</summary>
    public DelegationSpec? Delegation { get; init; }

    /// <summary>Name of the LegatorEnvironment in the same namespace that it works on.</summary>
    public required string EnvironmentRef { get; init; }

    /// <summary>ServiceAccount of the agent's namespace whose rights the agent has in its cluster, and no others. Unset: the one of the agent's own name; where the environment's cluster is reached by a kubeconfig, the kubeconfig's own user.</summary>
    public string? ServiceAccountName { get; init; }

    /// <summary>True stops scheduled and triggered runs; a run under way finishes, and a person may still start one.</summary>
    public bool Paused { get; init; }
}
