namespace Legator.Core.Guardrails;

/// <summary>What the gate knows of the environment that an agent works on, frozen for a run.</summary>
public sealed record EnvironmentFacts
{
    /// <summary>Endpoints by name. An address that is otherwise off limits (loopback, private) may be called where an endpoint names its origin.</summary>
    public IReadOnlyDictionary<string, Uri> Endpoints { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Objects declared as data.</summary>
    public IReadOnlyList<DataResource> DataResources { get; init; } = [];

    /// <summary>Protection classes of the environment and the skills; they add to the built-in ones and loosen nothing.</summary>
    public IReadOnlyList<ProtectionClass> ProtectionClasses { get; init; } = [];
}
