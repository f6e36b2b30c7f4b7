using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;

namespace Legator.Operator.Notifications.Rules;

/// <summary>The run that a message is about. Its rules are those of its snapshot; the channels are those that its environment has now.</summary>
/// <param name="Run">The run.</param>
/// <param name="Agent">Name of its agent.</param>
/// <param name="EnvironmentName">Name of its environment.</param>
/// <param name="Environment">The environment as it is now; as it was when the run was made where it is gone.</param>
/// <param name="Snapshot">What it executes; null when it has none.</param>
/// <param name="Spec">The agent as the run knows it; null when nobody knows it.</param>
internal sealed record NotifiedRun(RunKey Run, string Agent, string EnvironmentName, LegatorEnvironmentSpec Environment, RunSnapshot? Snapshot, LegatorAgentSpec? Spec);
