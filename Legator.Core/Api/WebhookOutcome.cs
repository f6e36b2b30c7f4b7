namespace Legator.Core.Api;

/// <summary>What became of a delivery for one agent.</summary>
/// <param name="Namespace">The agent's namespace.</param>
/// <param name="Agent">The agent.</param>
/// <param name="State"><c>accepted</c>, <c>debounced</c> (stored, for the run after the time of gathering), <c>duplicate</c> (it came before), <c>filtered</c> or <c>paused</c>.</param>
/// <param name="Run">Name of its run, where that can be said.</param>
/// <param name="Message">More, where there is more to say.</param>
public sealed record WebhookOutcome(string Namespace, string Agent, string State, string? Run = null, string? Message = null);
