using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Legator.Core.Guardrails;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Kubernetes.Rollbacks;

namespace Legator.Runner.Tools.Kubernetes.Marks;

/// <summary>A change of labels or annotations: what is set, and what is removed (null).</summary>
internal sealed partial class MarkChange
{
    private const int LongestKey = 317;

    private readonly string _field;
    private readonly JsonObject _marks;
    private readonly bool _overwrite;

    private MarkChange(string field, JsonObject marks, bool overwrite) => (_field, _marks, _overwrite) = (field, marks, overwrite);

    /// <exception cref="ToolInputException">A key or value cannot be one, or nothing is asked for.</exception>
    public static MarkChange Read(string field, IReadOnlyDictionary<string, string>? set, IReadOnlyList<string>? remove, bool? overwrite)
    {
        var marks = new JsonObject();
        foreach (var (key, value) in set ?? new Dictionary<string, string>())
        {
            Require(IsKey(key), $"'{key}' cannot be a key of {field}.", "Write a key such as team or example.com/team.");
            Require(field == "annotations" || LabelValue().IsMatch(value), $"The value of label '{key}' does not fit.", "It has at most 63 letters, digits, '-', '_' and '.', and begins and ends with a letter or digit.");
            marks[key] = value;
        }

        foreach (var key in remove ?? [])
        {
            Require(IsKey(key) && !marks.ContainsKey(key), $"'{key}' cannot be removed: it is no key, or set in the same call.", "Write each key once.");
            marks[key] = null;
        }

        Require(marks.Count > 0, $"The call names no {field}.", $"Write what to set in '{field}', or what to remove in 'remove'.");
        return new MarkChange(field, marks, overwrite == true);
    }

    /// <summary>What classifiers are told of it: nothing stands for a mark that is removed.</summary>
    public JsonObject ForClassifiers() => new() { [_field] = _marks.DeepClone(), ["overwrite"] = _overwrite };

    public async Task<ToolOutput> ExecuteAsync(KubernetesObject target, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } found)
        {
            return target.Missing;
        }

        var there = _marks.Where(m => m.Value is not null && Of(found, m.Key) is { } now && now != m.Value.ToString()).Select(m => m.Key).ToList();
        if (there.Count > 0 && !_overwrite)
        {
            return ToolOutput.Failed($"{target.Phrase} has other values for {string.Join(", ", there)} already: set overwrite to replace them.");
        }

        await MergeAsync(target, cancellationToken);
        return ToolOutput.Done($"Changed {_field} of {target.Phrase}: {string.Join(", ", _marks.Select(m => m.Value is null ? $"{m.Key} removed" : $"{m.Key}={m.Value}"))}.");
    }

    public Task<JsonObject> MergeAsync(KubernetesObject target, CancellationToken cancellationToken) =>
        target.MergeAsync(new JsonObject { ["metadata"] = new JsonObject { [_field] = _marks.DeepClone() } }, cancellationToken);

    /// <summary>The marks as they were before: set again, or removed where they were not there.</summary>
    public async Task<ActionRollback> InverseAsync(string tool, KubernetesObject target, CancellationToken cancellationToken)
    {
        if (await target.GetAsync(cancellationToken) is not { } before)
        {
            return ActionRollback.None($"There was no {target.Phrase}.");
        }

        var fields = ObjectInverse.Fields(before, [.. _marks.Select(m => (JsonPointer.Below($"/metadata/{_field}", m.Key), m.Value))]);
        var changed = _marks.Select(m => m.Key).Where(key => Of(before, key) != _marks[key]?.ToString()).ToList();
        if (changed.Count == 0)
        {
            return ActionRollback.None($"{target.Phrase} had these {_field} already, so there is nothing to take back.");
        }

        var more = new JsonObject { ["overwrite"] = true };
        if (changed.Where(key => Of(before, key) is not null).ToList() is { Count: > 0 } set)
        {
            more[_field] = new JsonObject(set.Select(key => KeyValuePair.Create(key, (JsonNode?)Of(before, key))));
        }

        if (changed.Where(key => Of(before, key) is null).ToList() is { Count: > 0 } removed)
        {
            more["remove"] = new JsonArray([.. removed.Select(key => (JsonNode)key)]);
        }

        return ActionRollback.By(new RollbackStep(tool, ObjectInverse.Arguments(target, more), $"Put {_field} {string.Join(", ", changed)} of {target.Phrase} back") { Fields = fields });
    }

    public async Task<Reconciliation> ReconcileAsync(KubernetesObject target, CancellationToken cancellationToken)
    {
        var found = await target.GetAsync(cancellationToken);
        return found is not null && _marks.All(m => Of(found, m.Key) == m.Value?.ToString())
            ? new(InterruptedOutcome.Executed, $"{target.Phrase} has the {_field} that were asked for.")
            : new(InterruptedOutcome.NotExecuted, found is null ? $"There is no {target.Phrase}." : $"{target.Phrase} does not have the {_field} that were asked for.");
    }

    private string? Of(JsonObject found, string key) => (ObjectFields.At(found, "metadata", _field, key) as JsonValue)?.ToString();

    private static bool IsKey(string key) => key.Length <= LongestKey && Key().IsMatch(key);

    private static void Require(bool condition, string message, string remedy)
    {
        if (!condition)
        {
            throw new ToolInputException(GuardrailReason.InvalidArguments, message, remedy);
        }
    }

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9.\-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.\-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9_.\-]{0,61}[A-Za-z0-9])?)?\z")]
    private static partial Regex LabelValue();
}
