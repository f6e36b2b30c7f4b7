using System.Text.Json;
using Legator.Core.Guardrails;

namespace Legator.Core.Runs.Events;

/// <summary>What one look outside the run showed. All null: there was nothing.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Problem">Why the call cannot be prepared because of it.</param>
/// <param name="Broke">Name of the exception that the look ended with.</param>
public sealed record Sighting(JsonElement? Found = null, CallProblem? Problem = null, string? Broke = null);
