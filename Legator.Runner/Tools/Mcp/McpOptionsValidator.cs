using Microsoft.Extensions.Options;

namespace Legator.Runner.Tools.Mcp;

internal sealed class McpOptionsValidator : IValidateOptions<McpOptions>
{
    public ValidateOptionsResult Validate(string? name, McpOptions options)
    {
        var problems = new List<string>();
        if (options.DiscoveryTimeout < TimeSpan.FromSeconds(1) || options.DiscoveryTimeout > TimeSpan.FromMinutes(1))
        {
            problems.Add($"{McpOptions.Section}:DiscoveryTimeout: {options.DiscoveryTimeout} is outside of 1 s to 1 min.");
        }

        if (options.AllowedCommands.Any(string.IsNullOrWhiteSpace))
        {
            problems.Add($"{McpOptions.Section}:AllowedCommands: an entry is blank, which would allow every program: remove it.");
        }

        problems.AddRange(options.AllowedVariables.Where(v => v.Length == 0 || v.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
            .Select(v => $"{McpOptions.Section}:AllowedVariables: '{v}' is no name of a variable: write letters, digits and underscores."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
