using System.Text.Json;

namespace Legator.Core.Rollbacks;

/// <summary>A field that an action changed.</summary>
/// <param name="Path">Its place as a JSON pointer (RFC 6901).</param>
/// <param name="Before">What it was; null where it was not there.</param>
/// <param name="After">What the action makes of it; null where it takes it away.</param>
public sealed record RollbackField(string Path, JsonElement? Before, JsonElement? After);
