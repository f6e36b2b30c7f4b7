using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Runner.Prompts;

/// <summary>Makes the first messages of a run. The same snapshot and state give the same text, so that providers can cache it and replays match it.</summary>
internal static class PromptAssembly
{
    /// <param name="snapshot">What the run executes.</param>
    /// <param name="remembered">What the agent remembers from earlier runs.</param>
    /// <param name="news">What happened since.</param>
    /// <param name="tools">What the environment's MCP servers offer; null for a run that does not use them.</param>
    public static PromptAssembled Assemble(RunSnapshot snapshot, IReadOnlyDictionary<string, StateEntry> remembered, PromptNews news, ToolsDiscovered? tools = null)
    {
        string?[] system =
        [
            PromptSections.Identity(snapshot.Agent),
            PromptSections.Guardrails(snapshot),
            PromptSections.Data,
            PromptSections.Reporting(snapshot.Agent.Spec.Reporting),
            EnvironmentSection.Of(snapshot.Environment, tools),
            NetworkSection.Of(news.Network),
            .. snapshot.Skills.Select(PromptSections.Skill),
            PromptSections.Remembered(remembered),
            DelegationSections.Answers(news.Answers),
            PromptSections.Closing,
        ];
        return new PromptAssembled(string.Join("\n\n", system.Where(s => s is not null)), PromptSections.Task(snapshot));
    }
}
