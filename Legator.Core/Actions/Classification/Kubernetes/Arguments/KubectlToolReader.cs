using System.Text.Json;
using Legator.Core.Actions.Classification.Kubernetes.Commands;
using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Turns a call of a <c>kubectl.*</c> tool into the call of kubectl that it stands for, so that both are judged by the same code.</summary>
internal static class KubectlToolReader
{
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

        if (ToolCommand.Find(tool, given) is not { } command)
        {
            problem = KubectlCommands.Root.ContainsKey(tool) ? $"kubectl.{tool} needs an action that it knows." : $"There is no tool 'kubectl.{tool}'.";
            return null;
        }

        var call = new KubectlCall(command, context) { FromTool = true };
        problem = ObjectArguments.Read(call, given) ?? ContentArguments.Read(call, given) ?? ReadFlags(call, given) ?? ObjectArguments.Missing(call);
        return problem is null ? call : null;
    }

    private static string? ReadFlags(KubectlCall call, KubectlArguments given)
    {
        foreach (var name in given.Names.ToList())
        {
            given.Take(name, out var value);
            var own = call.Command.Flags.Find(name) ?? (name == "labels" ? call.Command.Flags.Find("selector") : null);

            // A tool that does not know the word would do what else it is asked to.
            var flag = name == "help" ? null : own ?? GlobalFlags.All.Find(name);
            if (flag is null)
            {
                if (IsIdle(name, value))
                {
                    continue;
                }

                return $"There is no argument '{name}'.";
            }

            if (Words(flag, value) is not { } words)
            {
                return $"The argument '{name}' does not fit.";
            }

            call.Blocked ??= own is null ? GlobalFlags.WhyNot(flag.Name) : null;
            words.ForEach(w => call.Add(flag.Name, w));
        }

        return null;
    }

    /// <summary>A selector may be an object too.</summary>
    private static List<string>? Words(KubectlFlag flag, JsonElement value) =>
        flag.Name is "selector" or "labels" && value.ValueKind == JsonValueKind.Object
            ? [string.Join(',', value.EnumerateObject().Select(p => $"{p.Name}={p.Value}"))]
            : KubectlArguments.Words(value);

    /// <summary>What only says how much is shown.</summary>
    private static bool IsIdle(string name, JsonElement value) => (name, value.ValueKind) switch
    {
        ("limit", JsonValueKind.Number) => true,
        ("wide", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };
}
