using Legator.Core.Runs;

namespace Legator.Runner.Providers;

/// <summary>What a provider needs to make a client.</summary>
/// <param name="Snapshot">The run's snapshot.</param>
/// <param name="Credential">What is sent to prove who asks.</param>
internal sealed record ModelConnection(RunSnapshot Snapshot, ModelCredential Credential)
{
    public RunSnapshotModel Model => Snapshot.Model;

    /// <summary>Another model was asked first, and may have called tools already.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Failed requests are repeated so often.</summary>
    public int MaxRetries => Math.Clamp(Snapshot.Agent.Spec.Guardrails.MaxRetries, 0, 10);
}
