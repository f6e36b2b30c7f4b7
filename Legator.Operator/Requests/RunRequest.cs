using System.Security.Cryptography;
using System.Text;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;

namespace Legator.Operator.Requests;

/// <summary>A person's wish for a run now, as the agent's annotations say it.</summary>
/// <param name="Value">Value of the annotation run-now: <c>true</c>, or a nonce.</param>
/// <param name="Task">What to do, in words.</param>
/// <param name="Target">What to do it to.</param>
/// <param name="Undo">The run whose changes are to be taken back; null for an ordinary run.</param>
internal sealed record RunRequest(string Value, string? Task, string? Target, string? Undo = null)
{
    /// <summary>True when the request has no nonce yet, so that a second look could take it for a second request.</summary>
    public bool IsUnnamed => Value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The request on an agent; null when there is none.</summary>
    public static RunRequest? Of(LegatorAgent agent)
    {
        var value = agent.Metadata.Annotation(LegatorApi.RunNowAnnotation)?.Trim();
        return string.IsNullOrEmpty(value) || value.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? null
            : new RunRequest(value, Text(agent, LegatorApi.TaskAnnotation), Text(agent, LegatorApi.TargetAnnotation), Text(agent, LegatorApi.UndoAnnotation));
    }

    /// <summary>A nonce for an unnamed request: no version of an object comes twice.</summary>
    public static string Nonce(ObjectMeta metadata) =>
        "r-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{metadata.Uid}/{metadata.ResourceVersion}")))[..16];

    private static string? Text(LegatorAgent agent, string annotation) =>
        agent.Metadata.Annotation(annotation) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
