using System.Text.Json;
using Legator.Core.Resources.Schema;

namespace Legator.Core.Resources.Runs;

/// <summary>Why a run exists and what it works with; written once, by the Operator.</summary>
public sealed record LegatorRunSpec
{
    /// <summary>The agent, in the same namespace.</summary>
    public required string AgentRef { get; init; }

    /// <summary>The environment, in the same namespace.</summary>
    public required string EnvironmentRef { get; init; }

    /// <summary>What started it.</summary>
    public required RunTrigger Trigger { get; init; }

    /// <summary>The model as provider/model; scripted/NAME means that no model was asked.</summary>
    public string? ModelUsed { get; init; }

    /// <summary>For manual runs: what to do, in the caller's words.</summary>
    public string? Task { get; init; }

    /// <summary>For manual runs: what to do it to.</summary>
    public string? Target { get; init; }

    /// <summary>For scheduled runs: the slot that this run is of.</summary>
    public DateTimeOffset? Slot { get; init; }

    /// <summary>For manual runs: the caller's nonce; one run a nonce.</summary>
    public string? RequestId { get; init; }

    /// <summary>For runs that another agent started: name of the AgentEvent, in the same namespace.</summary>
    public string? EventRef { get; init; }

    /// <summary>For runs that a webhook or Kubernetes Events started: what was delivered.</summary>
    public RunDelivery? Delivery { get; init; }

    /// <summary>For undos: name of the run whose changes this one takes back, in the same namespace.</summary>
    public string? UndoOf { get; init; }

    /// <summary>For undos: true where the run only shows what an undo would do, and changes nothing.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Agent, environment, model tier, skills and limits as they were when the run was made.</summary>
    [PreserveUnknownFields]
    public JsonElement? Snapshot { get; init; }

    /// <summary>Why no snapshot could be made, in a sentence; such a run fails with it.</summary>
    public string? Problem { get; init; }
}
