using System.Globalization;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Skills;

namespace Legator.Core.Rollbacks;

/// <summary>Stands in for the model of an undo: a call a turn, then the report. What is left of an action is given up when one of its calls does not come to pass.</summary>
/// <param name="undo">What is taken back.</param>
public sealed class UndoScript(RunSnapshotUndo undo) : IScript
{
    /// <inheritdoc />
    public RehearsalStep Next(IReadOnlyList<RehearsalOutcome> outcomes, bool mustReport = false)
    {
        var made = new List<(UndoStep Step, RehearsalOutcome? Outcome)>();
        var givenUp = new HashSet<int>();
        var used = 0;
        for (var number = 0; number < undo.Steps.Count; number++)
        {
            var step = undo.Steps[number];
            if (givenUp.Contains(step.Seq))
            {
                made.Add((step, null));
            }
            else if (used < outcomes.Count)
            {
                var outcome = outcomes[used++];
                made.Add((step, outcome));
                if (!IsDone(outcome) && outcome.Reason is not (GuardrailReason.PreConditionSkipped or GuardrailReason.DryRun))
                {
                    givenUp.Add(step.Seq);
                }
            }
            else if (mustReport)
            {
                made.Add((step, null));
            }
            else
            {
                return new RehearsalStep($"{(undo.DryRun == true ? "Looking at" : "Taking back")} action {step.Seq} ({step.Action}): {step.Step.Words}.", [new ToolCall($"undo-{number + 1}", step.Step.Tool, step.Step.Arguments)]);
            }
        }

        return new RehearsalStep(undo.DryRun == true ? Forecast(made) : Report(made), []);
    }

    private static bool IsDone(RehearsalOutcome outcome) => outcome is { Verdict: VerdictOutcome.Allow, Failed: false };

    private string Report(List<(UndoStep Step, RehearsalOutcome? Outcome)> made)
    {
        var done = made.Count(m => m.Outcome is { } outcome && IsDone(outcome));
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"Undo of run {undo.Run}: {done} of {undo.Steps.Count} calls were made.") };
        var findings = new List<string>();
        foreach (var (step, outcome) in made)
        {
            var what = $"action {step.Seq} ({step.Action})";
            if (outcome is { } known && IsDone(known))
            {
                lines.Add($"- {what}: taken back. {step.Step.Words}.");
            }
            else if (outcome?.Reason == GuardrailReason.PreConditionSkipped)
            {
                lines.Add($"- {what}: nothing to take back, it is as it was before.");
            }
            else
            {
                findings.Add($"WARNING: {what}: not taken back: {Why(outcome)}");
            }
        }

        findings.AddRange(undo.Left.Select(l => $"WARNING: action {l.Seq}{(l.Action.Length > 0 ? $" ({l.Action})" : "")}: not taken back: {OneLine(l.Why)}"));
        return findings.Count == 0 ? string.Join('\n', lines) : $"{string.Join('\n', lines)}\n\n{string.Join('\n', findings)}";
    }

    // Nothing of it is a finding: nothing was done, and nothing is wrong.
    private string Forecast(List<(UndoStep Step, RehearsalOutcome? Outcome)> made) => string.Join('\n', (string[])
    [
        string.Create(CultureInfo.InvariantCulture, $"Dry run of an undo of run {undo.Run}: {undo.Steps.Count} calls, and nothing was changed."),
        .. made.Select(m => $"- action {m.Step.Seq} ({m.Step.Action}): {m.Step.Step.Words}. {(m.Outcome is { } outcome ? OneLine(outcome.Text) : "It was not looked at.")}"),
        .. undo.Left.Select(l => $"- action {l.Seq}{(l.Action.Length > 0 ? $" ({l.Action})" : "")}: would not be taken back: {OneLine(l.Why)}"),
    ]);

    private static string Why(RehearsalOutcome? outcome) => outcome switch
    {
        null => "a call of this action before it did not come to pass, or the run had to end.",
        { Verdict: VerdictOutcome.Allow } => $"the call failed: {OneLine(outcome.Text)}",
        _ => $"{(outcome.Reason is { } reason ? $"{reason}: " : "")}{OneLine(outcome.Text)}",
    };

    private static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 300 ? line : string.Concat(line.AsSpan(0, 300), "…");
    }
}
