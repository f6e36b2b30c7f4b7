using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Core.Skills;

/// <summary>What a rehearsal may know of its run.</summary>
public sealed record RehearsalFacts
{
    internal static readonly IReadOnlyList<string> RunFields = ["agent", "namespace", "environment", "autonomy", "trigger", "task", "target", "payload"];

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The agent's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>How far the agent may go by itself.</summary>
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.Observe;

    /// <summary>What started the run.</summary>
    public required RunTrigger Trigger { get; init; }

    /// <summary>What to do, in the words of whoever asked; null for the ordinary task.</summary>
    public string? Task { get; init; }

    /// <summary>What to do it to; null where nothing was named.</summary>
    public string? Target { get; init; }

    /// <summary>What a webhook, a Kubernetes Event or another agent brought; null for nothing.</summary>
    public string? Payload { get; init; }

    /// <summary>Health address (URL and health path) of each endpoint of the environment.</summary>
    public IReadOnlyDictionary<string, string> Endpoints { get; init; } = new Dictionary<string, string>();

    /// <summary>Application namespaces of the environment.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The facts of a run, from what was frozen when it was made.</summary>
    public static RehearsalFacts Of(RunSnapshot run) => new()
    {
        Agent = run.Agent.Name,
        Namespace = run.Agent.Namespace,
        Environment = run.Environment.Name,
        Autonomy = run.Agent.Spec.Guardrails.Autonomy,
        Trigger = run.Trigger,
        Task = run.Task,
        Target = run.Target,
        Payload = run.Payload,
        Endpoints = run.Environment.Spec.Endpoints.ToDictionary(pair => pair.Key, pair => $"{pair.Value.Url.TrimEnd('/')}/{pair.Value.HealthPath?.TrimStart('/')}".TrimEnd('/')),
        Namespaces = run.Environment.Spec.Namespaces?.Apps ?? [],
    };
}
