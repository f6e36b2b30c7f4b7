namespace Legator.Runner.Tools.Mcp;

/// <summary>A server that cannot be used, in words for people and models. Holds no secret.</summary>
internal sealed class McpProblemException(string message) : Exception(message);
