using System.Text.Json;

namespace Legator.Core.Actions;

/// <summary>What the model asks for; not yet judged.</summary>
/// <param name="Id">The model's id of the call, unique within its reply.</param>
/// <param name="Tool">Name of the tool, e.g. <c>kubectl.get</c>.</param>
/// <param name="Arguments">Arguments as the model wrote them: any JSON value, not yet validated.</param>
public sealed record ToolCall(string Id, string Tool, JsonElement Arguments);
