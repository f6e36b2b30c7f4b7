using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Prompts;

/// <summary>Makes the first messages of a run. The same snapshot and state give the same text, so that providers can cache it and replays match it.</summary>
internal static class PromptAssembly
{
    private static readonly Dictionary<string, StateEntry> Nothing = [];

    /// <param name="snapshot">What the run executes.</param>
    /// <param name="facts">What is told besides.</param>
    /// <param name="tools">What the environment's MCP servers offer; null for a run that does not use them.</param>
    public static PromptAssembled Assemble(RunSnapshot snapshot, PromptFacts facts, ToolsDiscovered? tools = null)
    {
        string?[] system =
        [
            PromptSections.Identity(snapshot.Agent),
            PromptSections.Guardrails(snapshot),
            PromptSections.Data,
            PromptSections.Reporting(snapshot.Agent.Spec.Reporting),
            EnvironmentSection.Of(snapshot.Environment, tools),
            NetworkSection.Of(facts.Network),
            .. snapshot.Skills.Select(PromptSections.Skill),
            PromptSections.Remembered(facts.Remembered ?? Nothing),
            DelegationSections.Answers(facts.Answers ?? []),
            PromptSections.Closing,
        ];
        return new PromptAssembled(string.Join("\n\n", system.Where(s => s is not null)), PromptSections.Task(snapshot))
        {
            Facts = facts is { Remembered: null, Answers: null, Network: null } ? null : facts,
        };
    }
}
