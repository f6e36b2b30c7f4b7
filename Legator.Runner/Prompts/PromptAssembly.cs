using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Sessions;

namespace Legator.Runner.Prompts;

/// <summary>
/// Makes the first messages of a run. The same snapshot and state give the same text, so that providers can cache it and replays match it. What is the same in every run of an agent is the system prompt;
/// what differs from run to run is the first message, so that vendors' caches hold across runs.
/// </summary>
internal static class PromptAssembly
{
    private static readonly Dictionary<string, StateEntry> Nothing = [];

    /// <param name="snapshot">What the run executes.</param>
    /// <param name="facts">What is told besides.</param>
    /// <param name="tools">What the environment's MCP servers offer; null for a run that does not use them.</param>
    /// <param name="format">How the run is gone about.</param>
    public static PromptAssembled Assemble(RunSnapshot snapshot, PromptFacts facts, ToolsDiscovered? tools = null, int format = SessionFormat.Current)
    {
        var (system, user) = format > SessionFormat.First ? (System(snapshot), User(snapshot, facts, tools)) : (FirstSystem(snapshot, facts, tools), PromptSections.FirstTask(snapshot));
        return new PromptAssembled(system, user)
        {
            Facts = facts is { Remembered: null, Answers: null, Network: null } ? null : facts,
        };
    }

    private static string System(RunSnapshot snapshot) => Joined(
    [
        PromptSections.Identity(snapshot.Agent),
        PromptSections.Guardrails(snapshot),
        PromptSections.Data,
        EnvironmentSection.Of(snapshot.Environment),
        EnvironmentSection.ProtectedData(snapshot.Environment),
        .. snapshot.Skills.Select(PromptSections.Skill),
        PromptSections.Reporting(snapshot.Agent.Spec.Reporting),
        PromptSections.Closing,
    ]);

    private static string User(RunSnapshot snapshot, PromptFacts facts, ToolsDiscovered? tools) => Joined(
    [
        EnvironmentSection.Servers(snapshot.Environment, tools),
        NetworkSection.Of(facts.Network),
        PromptSections.Remembered(facts.Remembered ?? Nothing),
        DelegationSections.Answers(facts.Answers ?? []),
        PromptSections.Task(snapshot),
    ]);

    /// <summary>As runs of the first format are told.</summary>
    private static string FirstSystem(RunSnapshot snapshot, PromptFacts facts, ToolsDiscovered? tools) => Joined(
    [
        PromptSections.Identity(snapshot.Agent),
        PromptSections.Guardrails(snapshot),
        PromptSections.Data,
        PromptSections.Reporting(snapshot.Agent.Spec.Reporting),
        EnvironmentSection.First(snapshot.Environment, tools),
        NetworkSection.Of(facts.Network),
        .. snapshot.Skills.Select(PromptSections.Skill),
        PromptSections.Remembered(facts.Remembered ?? Nothing),
        DelegationSections.Answers(facts.Answers ?? []),
        PromptSections.FirstClosing,
    ]);

    private static string Joined(string?[] sections) => string.Join("\n\n", sections.Where(s => s is not null));
}
