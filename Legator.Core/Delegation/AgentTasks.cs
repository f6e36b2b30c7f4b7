using System.Security.Cryptography;
using System.Text;
using Legator.Core.Actions;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;

namespace Legator.Core.Delegation;

/// <summary>Tasks and events as AgentEvents: names, labels and bounds that both sides of a delegation keep.</summary>
public static class AgentTasks
{
    /// <summary>Value of the label for the type, on every task.</summary>
    public const string TaskLabel = "a2a-task";

    /// <summary>What the type of every task begins with; no other event's does.</summary>
    public const string TypePrefix = "a2a.";

    /// <summary>The tool that hands a task over.</summary>
    public const string DelegateTool = "a2a.delegate";

    /// <summary>The tool that tells of an event.</summary>
    public const string PublishTool = "event.publish";

    /// <summary>Most bytes of a task's or an event's text, and of an answer.</summary>
    public const int MostBytes = 8192;

    /// <summary>Longest that a task or an event counts.</summary>
    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(7);

    /// <summary>Type of a task.</summary>
    /// <param name="kind">What kind of task, e.g. <c>general</c>.</param>
    public static string TypeOf(string kind) => $"{TypePrefix}task.{kind}";

    /// <summary>True for a task.</summary>
    public static bool IsTask(AgentEvent item) => item.Spec.EventType.StartsWith(TypePrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Name of the AgentEvent that a call makes. It follows from the run and the exact call, so a call that is made twice makes one object,
    /// and the run's journal shows whether it asked for the object.
    /// </summary>
    /// <param name="run">The run that calls.</param>
    /// <param name="digest">The call.</param>
    /// <param name="from">The agent whose run it is.</param>
    /// <param name="to">The agent that is meant; null for an event for all.</param>
    public static string NameOf(RunKey run, ActionDigest digest, string from, string? to)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{run}\n{digest}")))[..16];
        return to is null ? $"event-{Stem(from)}-{hash}" : $"a2a-{Stem(from)}-to-{Stem(to)}-{hash}";
    }

    /// <summary>The agent that gave a task or tells of an event.</summary>
    public static AgentKey SourceOf(AgentEvent item) => new(item.Spec.SourceNamespace ?? item.Metadata.Namespace ?? "", item.Spec.SourceAgent);

    /// <summary>The run that an event says it comes from; null when it names none.</summary>
    public static RunKey? RunOf(AgentEvent item) =>
        item.Spec.SourceRun is { Length: > 0 } run ? new RunKey(SourceOf(item).Namespace, run) : null;

    /// <summary>Selects the tasks that an agent gave.</summary>
    public static string GivenBy(AgentKey agent) =>
        $"{LegatorApi.EventTypeLabel}={TaskLabel},{LegatorApi.SourceAgentLabel}={LabelValue.Of(agent.Name)},{LegatorApi.SourceNamespaceLabel}={agent.Namespace}";

    /// <summary>Selects the tasks that an agent got, in its namespace.</summary>
    public static string GivenTo(AgentKey agent) =>
        $"{LegatorApi.EventTypeLabel}={TaskLabel},{LegatorApi.TargetAgentLabel}={LabelValue.Of(agent.Name)}";

    private static string Stem(string name) => name.Length <= 30 ? name : name[..30].TrimEnd('-', '.');
}
