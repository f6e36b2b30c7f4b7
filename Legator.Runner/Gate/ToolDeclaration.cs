using System.Text.Json;

namespace Legator.Runner.Gate;

/// <summary>A tool as the model is told of it.</summary>
/// <param name="Name">E.g. <c>kubectl.get</c>.</param>
/// <param name="Description">What it does and gives back.</param>
/// <param name="Schema">JSON schema of the arguments: an object that allows no other members.</param>
internal sealed record ToolDeclaration(string Name, string Description, JsonElement Schema);
