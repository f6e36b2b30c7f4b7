using Legator.Core.Redaction;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.State;
using Legator.Core.Runs.Events;
using Legator.Runner.Tools.Delegation;

namespace Legator.Runner.Prompts;

/// <summary>Brings what a prompt tells besides the snapshot into the form that the journal may hold: redacted, and no more of it than is told.</summary>
internal static class KnownForPrompt
{
    public static PromptFacts Of(IReadOnlyDictionary<string, StateEntry> remembered, PromptNews news, Redactor redactor) => new()
    {
        Remembered = remembered.Count == 0 ? null : Redacted(remembered, redactor),
        Answers = news.Answers.Count == 0 ? null : [.. news.Answers.Select(task => Redacted(task, redactor))],
        Network = news.Network is { IsWell: false } network ? network : null,
    };

    private static SortedDictionary<string, StateEntry> Redacted(IReadOnlyDictionary<string, StateEntry> remembered, Redactor redactor)
    {
        var kept = new SortedDictionary<string, StateEntry>(StringComparer.Ordinal);
        foreach (var (key, entry) in remembered)
        {
            kept[redactor.Redact(key)] = new StateEntry { Value = redactor.Redact(entry.Value), UpdatedAt = entry.UpdatedAt };
        }

        return kept;
    }

    private static AgentEvent Redacted(AgentEvent task, Redactor redactor) => new()
    {
        Metadata = new() { Name = task.Metadata.Name },
        Spec = new()
        {
            SourceAgent = task.Spec.SourceAgent,
            EventType = task.Spec.EventType,
            Severity = task.Spec.Severity,
            Summary = DelegationText.Line(redactor.Redact(task.Spec.Summary), DelegationSections.LongestSummary),
            TargetAgent = task.Spec.TargetAgent,
        },
        Status = new()
        {
            Task = new()
            {
                State = task.Status!.Task!.State,
                Result = DelegationText.Cut(redactor.Redact(task.Status.Task.Result ?? task.Status.Task.Message ?? ""), DelegationSections.LongestAnswer),
            },
        },
    };
}
