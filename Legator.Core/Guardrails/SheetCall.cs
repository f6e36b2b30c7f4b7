using System.Text.Json;

namespace Legator.Core.Guardrails;

/// <summary>A call that a sheet wants made: to look at a pre-condition, or to take an action back.</summary>
/// <param name="Tool">Name of the tool.</param>
/// <param name="Arguments">Its arguments; strings in them may hold <c>${target.name}</c>, <c>${target.namespace}</c> and <c>${arguments.NAME}</c>, which stand for what the action is about.</param>
public sealed record SheetCall(string Tool, JsonElement Arguments);
