using System.Text.Json;

namespace Legator.Core.Actions.Classification.Delegation;

/// <summary>Classifies <c>a2a.delegate</c> and what an agent does with tasks that it was given.</summary>
internal sealed class DelegationCallClassifier : ICallClassifier
{
    private const string Prefix = "a2a.";

    /// <inheritdoc />
    public string Domain => DelegationClassifier.Domain;

    /// <inheritdoc />
    public bool Handles(string tool) => tool.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Verb(tool) is not null;

    /// <inheritdoc />
    public CallClassification Classify(string tool, JsonElement arguments, ClassificationContext context)
    {
        if (ArgumentReader.Read(arguments, out var members) is { } problem)
        {
            return CallClassification.Invalid(problem);
        }

        return Verb(tool) is "delegate" ? Delegate(members, context) : Own(Verb(tool) ?? "check", members);
    }

    private static CallClassification Delegate(IReadOnlyDictionary<string, JsonElement> members, ClassificationContext context)
    {
        if (members.TextOf("to", "target_agent", "targetAgent", "agent", "receiver") is not { } receiver || !IsReceiver(receiver))
        {
            return CallClassification.Invalid("Say once to which agent the task goes.", "Write {\"to\": \"agent\", \"task\": \"…\"}.");
        }

        return members.TextOf("task", "description", "message") is null
            ? CallClassification.Invalid("Say what the task is.", "Write {\"to\": \"agent\", \"task\": \"…\"}.")
            : CallClassification.Of(DelegationClassifier.Delegate(receiver, context.Agents));
    }

    private static CallClassification Own(string verb, IReadOnlyDictionary<string, JsonElement> members)
    {
        var task = members.TextOf("id", "task", "task_id", "taskId", "name");
        return verb != "check" && (task is null || !IsName(task))
            ? CallClassification.Invalid("Say which task it is.", "Write {\"id\": \"…\"}.")
            : CallClassification.Of(DelegationClassifier.Own(verb, task));
    }

    private static bool IsReceiver(string text) => text.Split('/') is [var name] ? IsName(name) : text.Split('/') is [var inNamespace, var other] && IsName(inNamespace) && IsName(other);

    private static bool IsName(string text) => text.Length is > 0 and <= 253 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    private static string? Verb(string tool) => tool[Prefix.Length..].ToLowerInvariant() switch
    {
        "delegate" => "delegate",
        "check" or "check_tasks" or "list" => "check",
        "accept" => "accept",
        "complete" => "complete",
        "fail" => "fail",
        "reject" => "reject",
        _ => null,
    };
}
