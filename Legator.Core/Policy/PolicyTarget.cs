using Legator.Core.Resources.Agents;

namespace Legator.Core.Policy;

/// <summary>The agent that somebody wants to act on.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Agent">Its name.</param>
/// <param name="Autonomy">Its autonomy; null where nobody knows it any more.</param>
/// <param name="Tags">Its labels: each as <c>name</c> and as <c>name=value</c>.</param>
public sealed record PolicyTarget(string Namespace, string Agent, AutonomyLevel? Autonomy, IReadOnlyList<string> Tags)
{
    /// <summary>The tags of an agent with these labels.</summary>
    public static IReadOnlyList<string> TagsOf(IReadOnlyDictionary<string, string>? labels) =>
        [.. (labels ?? new Dictionary<string, string>()).SelectMany(l => new[] { l.Key, $"{l.Key}={l.Value}" })];
}
