using System.Text.Json;

namespace Legator.Runner.Tools.Mcp;

/// <summary>The tools of a server as it sent them.</summary>
/// <param name="Tools">One definition each.</param>
/// <param name="Problem">Why there may be more; null when these are all.</param>
internal sealed record McpListing(IReadOnlyList<JsonElement> Tools, string? Problem);
