using System.Text.Json;
using Legator.Core.Audit;
using Legator.Core.Resources.Runs;
using Legator.Core.Rollbacks;

namespace Legator.Core.Runs;

/// <summary>
/// Everything that a run needs, frozen when the run is made: a run is a function of its snapshot and its journal. It is kept in
/// <c>spec.snapshot</c> of the LegatorRun. It holds references to credentials and never a credential.
/// </summary>
public sealed record RunSnapshot
{
    /// <summary>The agent.</summary>
    public required RunSnapshotAgent Agent { get; init; }

    /// <summary>The environment.</summary>
    public required RunSnapshotEnvironment Environment { get; init; }

    /// <summary>The model.</summary>
    public required RunSnapshotModel Model { get; init; }

    /// <summary>The skills, in the agent's order.</summary>
    public required IReadOnlyList<RunSnapshotSkill> Skills { get; init; }

    /// <summary>What the run may use up.</summary>
    public required RunSnapshotLimits Limits { get; init; }

    /// <summary>What started the run.</summary>
    public required RunTrigger Trigger { get; init; }

    /// <summary>The slot of a scheduled run.</summary>
    public DateTimeOffset? Slot { get; init; }

    /// <summary>What to do, in the words of whoever asked for the run; null for the agent's ordinary task.</summary>
    public string? Task { get; init; }

    /// <summary>What to do it to; null where nothing was named.</summary>
    public string? Target { get; init; }

    /// <summary>What a webhook or another agent brought, as text; untrusted. Null without one.</summary>
    public string? Payload { get; init; }

    /// <summary>From where the payload came; null for runs that no webhook and no Kubernetes Event started.</summary>
    public RunSnapshotDelivery? Delivery { get; init; }

    /// <summary>The agent that got this run started; null where no agent did.</summary>
    public RunSnapshotDelegation? Delegation { get; init; }

    /// <summary>What the run takes back; null for every run that is no undo.</summary>
    public RunSnapshotUndo? Undo { get; init; }

    /// <summary>SHA-256, lower-case hex, of the canonical form.</summary>
    public string Digest() => CanonicalJson.Sha256(this);

    /// <summary>The form in which a LegatorRun carries it.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, LegatorJson.Options);

    /// <summary>Reads the snapshot of a LegatorRun.</summary>
    /// <param name="json">The run's <c>spec.snapshot</c>.</param>
    /// <param name="problem">Null when it could be read; else a sentence that says what is wrong with it.</param>
    /// <returns>Null when there is none or it could not be read.</returns>
    public static RunSnapshot? TryRead(JsonElement? json, out string? problem)
    {
        problem = null;
        if (json is not { ValueKind: JsonValueKind.Object } element)
        {
            return null;
        }

        try
        {
            return element.Deserialize<RunSnapshot>(LegatorJson.Options);
        }
        catch (JsonException e)
        {
            problem = $"spec.snapshot cannot be read: {e.Message}";
            return null;
        }
    }
}
