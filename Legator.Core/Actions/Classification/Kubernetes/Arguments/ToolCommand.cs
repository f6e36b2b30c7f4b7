using System.Text.Json;
using Legator.Core.Actions.Classification.Kubernetes.Commands;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Finds the command of kubectl that a tool stands for: <c>kubectl.rollout</c> with an action, <c>kubectl.rollout.status</c>, <c>kubectl.api_resources</c>.</summary>
internal static class ToolCommand
{
    /// <summary>The command; null when there is none.</summary>
    /// <param name="tool">The tool's name after <c>kubectl.</c>.</param>
    /// <param name="given">Its arguments; the one that chooses the command is taken out.</param>
    public static KubectlCommand? Find(string tool, KubectlArguments given)
    {
        var name = ArgumentNames.Dashed(tool.Replace('.', '-'));
        var found = name is "can-i" or "whoami" ? Descend(KubectlCommands.Root["auth"], name)
            : name is "list" ? KubectlCommands.Root["get"]
            : Descend(null, name);
        while (found?.Subcommands is { } deeper)
        {
            if (Chooser(found, given) is { } word && deeper.TryGetValue(word, out var chosen))
            {
                found = chosen;
            }
            else
            {
                return found.Acts ? found : null;
            }
        }

        return found;
    }

    /// <summary>The words of a command have dashes in them, and dashes stand between them.</summary>
    private static KubectlCommand? Descend(KubectlCommand? above, string name)
    {
        var commands = above is null ? KubectlCommands.Root : above.Subcommands;
        if (commands is null)
        {
            return null;
        }

        if (commands.TryGetValue(name, out var found))
        {
            return found;
        }

        for (var dash = name.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = name.IndexOf('-', dash + 1))
        {
            if (commands.TryGetValue(name[..dash], out var first) && Descend(first, name[(dash + 1)..]) is { } deeper)
            {
                return deeper;
            }
        }

        return null;
    }

    /// <summary>The word that chooses among the commands below one: its action, or the kind that it is about.</summary>
    private static string? Chooser(KubectlCommand command, KubectlArguments given)
    {
        switch (command.Path)
        {
            case "create secret":
                return "generic";
            case "cluster-info":
                return given.Take("dump", out var dump) && dump.ValueKind != JsonValueKind.False ? "dump" : null;
            case "top" when !given.Has("resource") && !given.Has("action"):
                return given.Has("node") ? "node" : "pod";
            case "top" or "create" when given.Peek("resource") is { } kind:
                var known = KubernetesKinds.Find(kind.Trim())?.Singular ?? ArgumentNames.Dashed(kind.Trim());
                return Taken(command, known is "resourcequota" ? "quota" : known, "resource", given);
            default:
                return given.Peek("action") is { } action ? Taken(command, ArgumentNames.Dashed(action.Trim()), "action", given) : null;
        }
    }

    private static string Taken(KubectlCommand command, string word, string argument, KubectlArguments given)
    {
        if (command.Subcommands!.ContainsKey(word))
        {
            given.Take(argument, out _);
        }

        return word;
    }
}
