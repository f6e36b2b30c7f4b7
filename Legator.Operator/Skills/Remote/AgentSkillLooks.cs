using Legator.Core.Resources.Agents;

namespace Legator.Operator.Skills.Remote;

/// <summary>What the last look at the sources of one agent found.</summary>
internal sealed record AgentSkillLooks(IReadOnlyDictionary<SkillRef, SkillLook> Looks)
{
    public bool SaysTheSame(AgentSkillLooks other) =>
        Looks.Count == other.Looks.Count && Looks.All(look => other.Looks.TryGetValue(look.Key, out var same) && look.Value.SaysTheSame(same));
}
