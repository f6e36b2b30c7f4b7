using Legator.Core.Resources.Agents;

namespace Legator.Operator.Skills.Remote;

/// <summary>What an agent's skills are pinned to.</summary>
internal static class SkillPins
{
    /// <summary>What a skill is pinned to; null while it is not. A source that is written anew is another skill.</summary>
    public static SkillPin? Of(LegatorAgent agent, SkillRef reference) =>
        agent.Status?.Skills?.FirstOrDefault(pin => pin.Name == reference.Name && pin.Source == reference.Source);
}
