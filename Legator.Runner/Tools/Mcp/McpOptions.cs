namespace Legator.Runner.Tools.Mcp;

/// <summary>What this runner allows MCP servers; configuration section <c>Runner:Mcp</c>.</summary>
internal sealed class McpOptions
{
    public const string Section = "Runner:Mcp";

    /// <summary>Beginnings of command lines that environments may start servers with, words apart by blanks: <c>npx -y @modelcontextprotocol/server-filesystem</c>. What follows is free. Default: none, so no server is started.</summary>
    public string[] AllowedCommands { get; set; } = [];

    /// <summary>Names of environment variables that environments may set for the servers they start. Default: none.</summary>
    public string[] AllowedVariables { get; set; } = [];

    /// <summary>How long a server may take to answer and to list its tools when a run begins, 1 s to 1 min. Default: 10 s.</summary>
    public TimeSpan DiscoveryTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
