using System.Text.Json;
using Legator.Core.Actions.Classification.Kubernetes.Commands;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Turns a call of a <c>kubectl.*</c> tool into the call of kubectl that it stands for, so that both are judged by the same code.</summary>
internal static class KubectlToolReader
{
    private static readonly string[] Marks = ["labels", "label", "annotations", "annotation", "taints", "taint", "image", "images", "env", "verb", "field", "source", "destination", "value", "key"];

    /// <summary>The call; null when the tool is not known or the arguments do not fit it.</summary>
    /// <param name="tool">The tool's name after <c>kubectl.</c>.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="context">What is known of the estate.</param>
    /// <param name="problem">Why there is no call; null on success.</param>
    public static KubectlCall? Read(string tool, JsonElement arguments, ClassificationContext context, out string? problem)
    {
        if (KubectlArguments.Read(arguments) is not { } given)
        {
            problem = "An argument is given twice.";
            return null;
        }

        if (FindCommand(tool, given) is not { } command)
        {
            problem = given.Has("action") || KubectlCommands.Root.ContainsKey(tool) ? $"kubectl.{tool} needs an action that it knows." : $"There is no tool 'kubectl.{tool}'.";
            return null;
        }

        var call = new KubectlCall(command, context);
        problem = ReadObjects(call, given) ?? ReadContent(call, given) ?? ReadMarks(call, given) ?? ReadFlags(call, given);
        return problem is null ? call : null;
    }

    private static KubectlCommand? FindCommand(string tool, KubectlArguments given)
    {
        KubectlCommand? found = null;
        var subcommands = KubectlCommands.Root;
        foreach (var part in tool.Split('.'))
        {
            var word = ArgumentNames.Normalize(part);
            if (subcommands is null || !subcommands.TryGetValue(word is "can-i" or "whoami" && found is null ? "auth" : word, out found))
            {
                return null;
            }

            subcommands = found.Subcommands;
            if (word is "can-i" or "whoami" && subcommands is not null)
            {
                return subcommands[word];
            }
        }

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

    /// <summary>The word that chooses among the commands below one: its action, or the kind that it is about.</summary>
    private static string? Chooser(KubectlCommand command, KubectlArguments given)
    {
        var name = given.Has("action") ? "action" : "resource";
        if (given.Peek(name) is not { } word || (name == "resource" && command.Path is not ("top" or "create" or "create secret")))
        {
            return command.Path == "create secret" ? "generic" : command.Path == "top" ? "pod" : null;
        }

        var lower = ArgumentNames.Normalize(word.Trim());
        var chosen = command.Path == "create" ? KubernetesKinds.Find(lower)?.Singular ?? lower : lower;
        if (command.Subcommands!.ContainsKey(chosen))
        {
            given.Take(name, out _);
        }

        return chosen;
    }

    private static string? ReadObjects(KubectlCall call, KubectlArguments given)
    {
        var kinds = given.Take("resource", out var resource) ? KubectlArguments.Words(resource) : [];
        var names = given.Take("name", out var name) ? KubectlArguments.Words(name) : [];
        if (kinds is null || names is null || !kinds.TrueForAll(IsWord) || !names.TrueForAll(IsWord))
        {
            return "resource and name must be names.";
        }

        if (kinds.Count > 0 && names.Exists(n => n.Contains('/')))
        {
            return "The name holds a kind although the resource does too.";
        }

        if (kinds.Exists(k => k.Contains('/')) && names.Count > 0 && !names.TrueForAll(n => kinds.TrueForAll(k => k.EndsWith($"/{n}", StringComparison.Ordinal))))
        {
            return "The resource already names an object.";
        }

        if (kinds.Count > 0)
        {
            var pairs = kinds.Exists(k => k.Contains('/'));
            call.Operands.AddRange(pairs ? kinds : TakesNameOnly(call) ? (names.Count > 0 ? names.Select(n => $"{kinds[0]}/{n}") : kinds) : [string.Join(',', kinds), .. names]);
        }
        else
        {
            call.Operands.AddRange(names);
        }

        return null;
    }

    /// <summary>These commands take <c>kind/name</c>, or the name of a pod or node alone.</summary>
    private static bool TakesNameOnly(KubectlCall call) =>
        call.Command.Path is "logs" or "exec" or "attach" or "port-forward" or "debug" or "cordon" or "uncordon" or "drain" or "certificate approve" or "certificate deny" or "events";

    private static string? ReadContent(KubectlCall call, KubectlArguments given)
    {
        if (given.Take("manifest", out var manifest))
        {
            call.Manifest = manifest.ValueKind is JsonValueKind.String ? manifest.GetString() : manifest.GetRawText();
            if (call.Command.Path is not ("apply" or "create" or "replace" or "delete" or "diff"))
            {
                return $"kubectl.{call.Command.Path} takes no manifest.";
            }
        }

        if (call.Command.Path == "patch" && given.Take("patch", out var patch))
        {
            call.Add("patch", patch.ValueKind is JsonValueKind.String ? patch.GetString() : patch.GetRawText());
            if (patch.ValueKind == JsonValueKind.Array && !given.Has("type"))
            {
                call.Add("type", "json");
            }
        }

        if (call.Command.Path is "exec" or "run" or "debug" && (given.Take("command", out var command) || given.Take("args", out command)))
        {
            call.OperandsBeforeDashes = call.Operands.Count;
            call.Operands.AddRange(KubectlArguments.Words(command)?.SelectMany(w => KubectlWords.Split(w, out _) ?? ["sh", w]) ?? ["sh"]);
        }

        return null;
    }

    /// <summary>What label, annotate, taint and set change, as <c>key=value</c> or as members of an object.</summary>
    private static string? ReadMarks(KubectlCall call, KubectlArguments given)
    {
        if (call.Command.Path is not ("label" or "annotate" or "taint") && !call.Command.Path.StartsWith("set ", StringComparison.Ordinal) && call.Command.Path is not ("auth can-i" or "explain" or "cp"))
        {
            return null;
        }

        foreach (var name in Marks.Where(given.Has))
        {
            given.Take(name, out var value);
            if (value.ValueKind == JsonValueKind.Object)
            {
                call.Operands.AddRange(value.EnumerateObject().Select(p => p.Value.ValueKind == JsonValueKind.Null ? $"{p.Name}-" : $"{p.Name}={p.Value}"));
            }
            else if (KubectlArguments.Words(value) is { } words)
            {
                call.Operands.AddRange(words);
            }
            else
            {
                return $"The argument '{name}' does not fit.";
            }
        }

        return null;
    }

    private static string? ReadFlags(KubectlCall call, KubectlArguments given)
    {
        foreach (var name in given.Names.ToList())
        {
            given.Take(name, out var value);
            var written = name == "labels" ? "selector" : name;
            var own = call.Command.Flags.Find(name) ?? call.Command.Flags.Find(written);
            var flag = own ?? GlobalFlags.All.Find(name);
            if (flag is null && name is "limit" && value.ValueKind == JsonValueKind.Number)
            {
                continue;
            }

            if (flag is null || KubectlArguments.Words(value) is not { } words)
            {
                return flag is null ? $"There is no argument '{name}'." : $"The argument '{name}' does not fit.";
            }

            call.Blocked ??= own is null ? GlobalFlags.WhyNot(flag.Name) : null;
            words.ForEach(w => call.Add(flag.Name, w));
        }

        return null;
    }

    private static bool IsWord(string text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return false;
            }
        }

        return text is [not '-', ..];
    }
}
