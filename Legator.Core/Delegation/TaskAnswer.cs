using Legator.Core.Resources.Events;

namespace Legator.Core.Delegation;

/// <summary>What a run said of the task that it works on.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="State">Accepted, completed or failed.</param>
/// <param name="Text">The result, or why it failed; null where nothing was said.</param>
/// <param name="Time">When.</param>
public sealed record TaskAnswer(string Task, AgentTaskState State, string? Text, DateTimeOffset Time);
