using System.CommandLine;
using System.CommandLine.Parsing;
using Legator.Cli.Output;

namespace Legator.Cli.Connection;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> ApiUrl { get; } = new("--api-url")
    {
        Description = "URL of the Legator API. Else LEGATOR_API_URL, else what the local data directory says.",
        Recursive = true,
    };

    public Option<string?> Token { get; } = new("--token")
    {
        Description = "Token for the API. Else LEGATOR_TOKEN, else the local data directory's.",
        Recursive = true,
    };

    public Option<string?> DataDirectory { get; } = new("--data-dir")
    {
        Description = "Data directory of a local Legator. Else LEGATOR_DATA_DIR, else ./.legator, else ~/.legator.",
        Recursive = true,
    };

    public Option<string?> Namespace { get; } = new("--namespace", "-n")
    {
        Description = "Only this namespace. Without it lists span all, and a name is looked for in all.",
        Recursive = true,
    };

    public Option<OutputFormat> Output { get; } = new("--output", "-o")
    {
        Description = "Format of the output. Default: table.",
        HelpName = "table|json|yaml",
        Recursive = true,
        CustomParser = ParseFormat,
    };

    public IReadOnlyList<Option> All => [ApiUrl, Token, DataDirectory, Namespace, Output];

    // They ask no API.
    private static readonly string[] Offline = ["guardrails", "skill", "init", "validate", "rehearse", "crds"];

    /// <summary>Keeps options out of the help of commands that they mean nothing to.</summary>
    public void HideWhereUnused(Command command)
    {
        var names = command.Parents.OfType<Command>().Append(command).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var option in Offline.Any(names.Contains) ? All : [])
        {
            option.Hidden = true;
        }
    }

    private static OutputFormat ParseFormat(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (Enum.GetNames<OutputFormat>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<OutputFormat>(text, ignoreCase: true);
        }

        result.AddError($"--output: '{text}' is not a format. Write table, json or yaml.");
        return default;
    }
}
