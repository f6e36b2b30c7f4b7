using Legator.Core.Runs;

namespace Legator.Runner.Gate;

/// <summary>What reading the world showed about an action with an intent and no outcome.</summary>
/// <param name="Outcome">Whether the effect took place.</param>
/// <param name="Message">How that was found out; also what the model is told.</param>
internal sealed record Reconciliation(InterruptedOutcome Outcome, string Message);
