using System.Text.Json;

namespace Legator.Core.Guardrails;

/// <summary>A reading call that a pre-condition makes.</summary>
/// <param name="Tool">Name of the tool.</param>
/// <param name="Arguments">Its arguments; strings in them may hold <c>${target.name}</c>, <c>${target.namespace}</c> and <c>${arguments.NAME}</c>, which stand for what the action is about.</param>
public sealed record PreConditionCall(string Tool, JsonElement Arguments);
