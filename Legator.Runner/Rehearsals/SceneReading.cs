using Legator.Core.Actions;
using Legator.Core.Actions.Classification;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.Runner.Gate;
using Legator.Runner.Providers.Scripted;
using Legator.Runner.Sessions;

namespace Legator.Runner.Rehearsals;

/// <summary>Reads out of the journal of a scene what people want to know of it.</summary>
internal sealed class SceneReading(RehearsalScene scene, RunSnapshot snapshot, RehearsalPlayer player, RehearsalWorld world)
{
    private readonly RunScope _scope = RunScopes.Of(RehearsalStage.Run, snapshot);

    public PlayedScene Read(IReadOnlyList<RunEvent> events, SessionState state)
    {
        var first = events.Select(e => e.Data).OfType<ActionJudged>().GroupBy(judged => judged.Seq).ToDictionary(group => group.Key, group => group.First());
        var report = state.Report?.Report ?? "";
        return new PlayedScene(scene.Name)
        {
            Autonomy = snapshot.Agent.Spec.Guardrails.Autonomy,
            Task = scene.Task,
            Calls = [.. state.Calls.Where(call => first.ContainsKey(call.Seq)).Select(call => Read(call, first[call.Seq]))],
            Phase = state.Finished?.Phase ?? "",
            Ending = state.Finished?.Message ?? "The run did not end: it asks a person again and again.",
            Report = report,
            Findings = state.Report?.Findings ?? [],
            Deviations = [.. Deviations(state), .. scene.Unmet(state.Finished?.Phase ?? "", report)],
        };
    }

    private IEnumerable<string> Deviations(SessionState state)
    {
        if (state.Prompt is not null && player.Next(ScriptedHistory.Of(Conversation.Of(state, ConversationWindow.All, demand: null)).Outcomes, mustReport: true).Deviation is { } deviation)
        {
            yield return deviation;
        }
    }

    private PlayedCall Read(SessionCall call, ActionJudged judged) => new(call.Call.Tool, judged.Arguments, judged.Verdict.Outcome, judged.Verdict.Reason, judged.Verdict.Message)
    {
        Actions = [.. judged.Actions.Select(action => $"{action.Verb} {action.Target.Text}")],
        Tier = judged.Verdict.Tier,
        Remedy = judged.Verdict.Outcome == VerdictOutcome.Allow ? null : judged.Verdict.Remedy,
        Decision = call.Asked is null ? null : scene.Approvals,
        Entries = judged.Verdict.Reason is GuardrailReason.InvalidArguments or GuardrailReason.UnknownTool ? [] : Entries(call.Call),
        Executed = call.Completed is not null,
        Answer = call.Completed?.Result,
        Failed = call.Completed is { Succeeded: false },
        Unanswered = call.Completed is { Succeeded: false, Result: RehearsalWorld.NoAnswer },
    };

    /// <summary>The journal keeps one spelling of each target, and sheets may use another: so the call is classified once more.</summary>
    private IReadOnlyList<string> Entries(ToolCall call) =>
    [
        .. StandardClassifiers.Classify(call.Tool, call.Arguments, world.Known(_scope)).Actions
            .SelectMany(action => _scope.Sheet.Covering(call.Tool, action))
            .Select(entry => SheetCoverage.Name(entry.Skill, entry.Id))
            .Distinct(StringComparer.Ordinal),
    ];
}
