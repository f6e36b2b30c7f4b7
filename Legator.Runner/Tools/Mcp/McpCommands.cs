namespace Legator.Runner.Tools.Mcp;

/// <summary>Which servers this runner may start. Who writes an environment does not decide what runs beside the runner: its own settings do.</summary>
internal static class McpCommands
{
    /// <exception cref="McpProblemException">The command line or a variable is not allowed here.</exception>
    public static void Check(McpServer server, McpOptions options)
    {
        string[] line = [server.Spec.Command!, .. server.Spec.Args];
        if (!options.AllowedCommands.Any(allowed => Begins(line, allowed)))
        {
            throw new McpProblemException($"This runner does not start '{McpText.Line(string.Join(' ', line), 100)}': allow it in {McpOptions.Section}:AllowedCommands.");
        }

        var variable = server.Spec.Env.Keys.Concat(server.Spec.CredentialEnv.Keys).FirstOrDefault(v => !options.AllowedVariables.Contains(v, StringComparer.Ordinal));
        if (variable is not null)
        {
            throw new McpProblemException($"This runner does not let an environment set the variable '{McpText.Line(variable, 60)}': allow it in {McpOptions.Section}:AllowedVariables.");
        }
    }

    // Word by word, so that what is allowed cannot be the beginning of another program's name.
    private static bool Begins(string[] line, string allowed)
    {
        var words = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.Length <= line.Length && words.AsSpan().SequenceEqual(line.AsSpan(0, words.Length));
    }
}
