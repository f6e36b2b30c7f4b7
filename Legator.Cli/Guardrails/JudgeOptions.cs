using System.CommandLine;

namespace Legator.Cli.Guardrails;

/// <summary>Whose guardrails judge.</summary>
internal sealed class JudgeOptions(bool agentRequired)
{
    public Option<string?> Agent { get; } = new("--agent") { Description = "YAML file of the LegatorAgent whose guardrails judge.", Required = agentRequired };

    public Option<string?> Environment { get; } = new("--environment") { Description = "YAML file of its LegatorEnvironment. Default: the one in the agent's file, else an empty one." };

    public Option<string[]> Skills { get; } = new("--skill") { Description = "Folder of a skill (SKILL.md, actions.yaml); may be repeated. Bundled skills of the agent are there already." };

    public void AddTo(Command command)
    {
        command.Options.Add(Agent);
        command.Options.Add(Environment);
        command.Options.Add(Skills);
    }

    /// <summary>The judge that was asked for; null when no agent was named.</summary>
    public OfflineJudge? Read(ParseResult parsed, CliEnvironment environment) =>
        parsed.GetValue(Agent) is { } agent
            ? OfflineJudge.Load(agent, parsed.GetValue(Environment), parsed.GetValue(Skills) ?? [], environment)
            : null;
}
