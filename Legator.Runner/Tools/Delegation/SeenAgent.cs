using Legator.Core.Resources.Agents;

namespace Legator.Runner.Tools.Delegation;

/// <summary>What judging a task takes from the agent that is to get it.</summary>
internal sealed record SeenAgent(AutonomyLevel Autonomy, DelegationSpec? Delegation);
