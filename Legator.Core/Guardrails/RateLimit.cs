using Legator.Core.Resources.Agents;
using Legator.Core.Scheduling;

namespace Legator.Core.Guardrails;

/// <summary>How often all agents of a namespace together may change something.</summary>
/// <param name="Max">So many changes are the most; 0 forbids them.</param>
/// <param name="Per">Within this time.</param>
public sealed record RateLimit(int Max, TimeSpan Per)
{
    /// <summary>Domain of the actions that it counts, e.g. <c>kubernetes</c>; null for all.</summary>
    public string? Domain { get; init; }

    /// <summary>Verb of the actions that it counts, e.g. <c>restart</c>; null for all.</summary>
    public string? Verb { get; init; }

    /// <summary>Kubernetes namespace of the targets that it counts; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>What an agent's spec says. A time that cannot be read is taken for a day, which is stricter than most.</summary>
    public static RateLimit Of(RateLimitSpec spec) =>
        new(Math.Max(0, spec.Max), GoDuration.TryParse(spec.Per, out var per, out _) && per > TimeSpan.Zero ? per : TimeSpan.FromDays(1))
        {
            Domain = spec.Domain,
            Verb = spec.Verb,
            Namespace = spec.Namespace,
        };

    /// <summary>True when it counts what is done so.</summary>
    public bool Concerns(string domain, string verb) =>
        (Domain is null || Domain.Equals(domain, StringComparison.OrdinalIgnoreCase))
        && (Verb is null || Verb.Equals(verb, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when it counts what is done there. What is done in no single namespace may be in any.</summary>
    public bool IsIn(string? place) =>
        Namespace is null || place is null || Namespace.Equals(place, StringComparison.OrdinalIgnoreCase);
}
