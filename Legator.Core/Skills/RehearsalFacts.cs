using Legator.Core.Resources.Runs;

namespace Legator.Core.Skills;

/// <summary>What a rehearsal may know of its run.</summary>
public sealed record RehearsalFacts
{
    internal static readonly IReadOnlyList<string> RunFields = ["agent", "namespace", "environment", "trigger", "task", "target"];

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The agent's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>What started the run.</summary>
    public required RunTrigger Trigger { get; init; }

    /// <summary>What to do, in the words of whoever asked; null for the ordinary task.</summary>
    public string? Task { get; init; }

    /// <summary>What to do it to; null where nothing was named.</summary>
    public string? Target { get; init; }

    /// <summary>Health address (URL and health path) of each endpoint of the environment.</summary>
    public IReadOnlyDictionary<string, string> Endpoints { get; init; } = new Dictionary<string, string>();

    /// <summary>Application namespaces of the environment.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
