using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Guardrails.PreConditions;
using Legator.Core.Rollbacks;

namespace Legator.Runner.Gate;

/// <summary>Looks at the world for the pre-conditions of one call, each thing once: the object of the call, its pods, addresses, and whatever else a sheet has asked. Every look is a read that the gate judged.</summary>
internal sealed class ConditionFacts(CallFacts call, RunScope scope, RunProgress progress, IGuardedReads reads, DateTimeOffset now)
{
    private readonly Dictionary<string, GuardedRead> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _read = [];
    private (JsonObject? Found, string? Refusal)? _object;
    private (IReadOnlyList<JsonObject>? Found, string? Refusal)? _pods;

    /// <summary>Looks, and says what was seen of each condition.</summary>
    public async Task<IReadOnlyList<PreConditionResult>> CheckAsync(IEnumerable<PreCondition> conditions, CancellationToken cancellationToken)
    {
        var results = new List<PreConditionResult>();
        foreach (var condition in conditions)
        {
            _read.Clear();
            var result = await TryAsync(condition, cancellationToken);
            results.Add(_read.Count == 0 ? result : result with { Read = string.Join(", ", _read.Distinct(StringComparer.Ordinal)) });
        }

        // Conditions that are called the same are one condition, which holds when each of them does.
        return [.. results.GroupBy(r => r.Check, StringComparer.Ordinal).Select(g => g.FirstOrDefault(r => !r.Holds) ?? g.First())];
    }

    private async Task<PreConditionResult> TryAsync(PreCondition condition, CancellationToken cancellationToken)
    {
        try
        {
            return condition switch
            {
                { Call: { } asked } => await AskAsync(condition, asked, cancellationToken),
                { TakenBack: not null } or { Drifted: not null } => await SinceAsync(condition, cancellationToken),
                _ => await LookAsync(condition.Check, cancellationToken),
            };
        }
        catch (ClusterException exception)
        {
            return Unseen(condition.Check, $"The object could not be read: {exception.Message}");
        }
    }

    private async Task<PreConditionResult> LookAsync(string check, CancellationToken cancellationToken)
    {
        if (!PreConditionExpression.TryParse(check, out var expression, out var problem))
        {
            return Unseen(check, problem);
        }

        var view = new ConditionView(null, now);
        if (expression.NeedsObject)
        {
            var (found, refusal) = _object ??= await ObserveAsync(cancellationToken);
            if (refusal is not null)
            {
                return Unseen(check, refusal);
            }

            view = view with { Found = found };
        }

        if (expression.NeedsPods && view.Found is { } owner)
        {
            var (pods, refusal) = _pods ??= await PodsAsync(owner, cancellationToken);
            if (refusal is not null)
            {
                return Unseen(check, refusal);
            }

            view = view with { Pods = pods };
        }

        var answers = new Dictionary<string, ConditionAnswer>(StringComparer.Ordinal);
        foreach (var address in expression.Addresses)
        {
            var read = await ReadAsync(new ToolCall("pre-condition", "http.get", JsonSerializer.SerializeToElement(new { url = address })), cancellationToken);
            if (read.Refusal is not null)
            {
                return Unseen(check, read.Refusal);
            }

            answers[address] = read.Answer!;
        }

        return expression.Check(check, view with { Answers = answers });
    }

    private async Task<PreConditionResult> SinceAsync(PreCondition condition, CancellationToken cancellationToken)
    {
        var (found, refusal) = _object ??= await ObserveAsync(cancellationToken);
        if (refusal is not null)
        {
            return Unseen(condition.Check, refusal);
        }

        if (condition.TakenBack is { } step)
        {
            var done = RollbackDrift.IsTakenBack(step, found);
            return new(condition.Check, !done, done ? "it is as it was before." : "it is not as it was before.");
        }

        var drift = RollbackDrift.Of(condition.Drifted!, found);
        return new(condition.Check, drift.Count == 0, drift.Count == 0 ? "it is as the action left it." : RollbackDrift.Sentence(drift));
    }

    private async Task<PreConditionResult> AskAsync(PreCondition condition, SheetCall asked, CancellationToken cancellationToken)
    {
        if (!AnswerExpectation.TryParse(condition.Expect, out var expectation, out var problem))
        {
            return Unseen(condition.Check, problem);
        }

        if (ConditionPlaces.Fill(asked.Arguments, call) is not { } arguments)
        {
            return Unseen(condition.Check, "a place such as ${target.name} stands for nothing in this action: write ${target.name}, ${target.namespace}, or ${arguments.NAME} with an argument of the action.");
        }

        var read = await ReadAsync(new ToolCall("pre-condition", asked.Tool, arguments), cancellationToken);
        return read.Answer is not { } answer ? Unseen(condition.Check, read.Refusal ?? "it was not read.") : new(condition.Check, expectation.Holds(answer, out var seen), seen);
    }

    private async Task<GuardedRead> ReadAsync(ToolCall asked, CancellationToken cancellationToken)
    {
        var digest = ActionDigest.Of(asked.Tool, asked.Arguments).Value;
        if (!_answers.TryGetValue(digest, out var read))
        {
            _answers[digest] = read = await reads.ReadAsync(asked, execute: true, scope, progress, cancellationToken);
        }

        _read.Add(read.What);
        return read;
    }

    private async Task<(JsonObject? Found, string? Refusal)> ObserveAsync(CancellationToken cancellationToken)
    {
        if (call.Prepared?.Observe is not { } observe)
        {
            return (null, "the action is about no object that could be looked at: write a 'call' of a reading tool with what to 'expect'.");
        }

        return await MayAsync(call.Prepared.ObservedAs, cancellationToken) is { } refusal ? (null, refusal) : (await observe(cancellationToken), null);
    }

    private async Task<(IReadOnlyList<JsonObject>? Found, string? Refusal)> PodsAsync(JsonObject owner, CancellationToken cancellationToken)
    {
        if (call.Prepared?.Pods is not { } pods)
        {
            return (null, "the action is about nothing that has pods.");
        }

        return await MayAsync(call.Prepared.PodsObservedAs, cancellationToken) is { } refusal ? (null, refusal)
            : await pods(owner, cancellationToken) is { } found ? (found, null)
            : (null, "it is nothing that has pods, or knows them in a way that is not read here.");
    }

    private async Task<string?> MayAsync(ToolCall? asked, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return "nobody can say what looking at it would read.";
        }

        var read = await reads.ReadAsync(asked, execute: false, scope, progress, cancellationToken);
        _read.Add(read.What);
        return read.Refusal;
    }

    private static PreConditionResult Unseen(string check, string why) => new(check, false, why) { Unchecked = true };
}
