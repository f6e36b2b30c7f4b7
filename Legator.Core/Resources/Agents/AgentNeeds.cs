using Legator.Core.Resources.Environments;

namespace Legator.Core.Resources.Agents;

/// <summary>What an agent needs of its environment. Each problem names the field and the fix.</summary>
public static class AgentNeeds
{
    /// <summary>Capabilities that the agent requires and the environment does not offer; null when it offers all.</summary>
    public static string? MissingCapability(LegatorAgentSpec agent, LegatorEnvironmentSpec environment) =>
        Capabilities.Missing(environment, agent.Capabilities?.Required ?? []) is { Count: > 0 } missing
            ? $"spec.capabilities.required: LegatorEnvironment '{agent.EnvironmentRef}' does not offer {string.Join(", ", missing)}: add the credential or MCP server that does, or make it optional"
            : null;

    /// <summary>The channel that the agent escalates to and the environment does not have; null when it has it, or none is named.</summary>
    public static string? MissingChannel(LegatorAgentSpec agent, LegatorEnvironmentSpec environment) =>
        agent.Guardrails.Escalation is { Target: EscalationTarget.Channel, ChannelName: { Length: > 0 } channel } && !environment.Channels.ContainsKey(channel)
            ? $"spec.guardrails.escalation.channelName: LegatorEnvironment '{agent.EnvironmentRef}' has no channel '{channel}': add it to its spec.channels, or name one that it has"
            : null;
}
