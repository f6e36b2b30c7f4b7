using Legator.Core.Resources.Events;

namespace Legator.Operator.Delegation;

/// <summary>What came of a look at a task.</summary>
/// <param name="Status">Its status from now on.</param>
/// <param name="LookAgain">When to look again; null when something will tell.</param>
internal sealed record TaskOutcome(AgentEventStatus Status, TimeSpan? LookAgain = null);
