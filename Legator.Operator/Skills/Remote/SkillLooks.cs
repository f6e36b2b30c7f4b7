using Legator.Operator.Control;

namespace Legator.Operator.Skills.Remote;

/// <summary>What the last look at the sources of each agent found.</summary>
internal sealed class SkillLooks() : Findings<AgentSkillLooks>((before, now) => before is null || now is null ? before is null && now is null : before.SaysTheSame(now));
