using Legator.Core.Actions.Classification.Kubernetes.Lines;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Reads which objects a tool call is about.</summary>
internal static class ObjectArguments
{
    /// <summary>Adds the objects to the call as the operands that kubectl would get; why not, or null on success.</summary>
    public static string? Read(KubectlCall call, KubectlArguments given)
    {
        List<string>? kinds = given.Take("resource", out var resource) ? KubectlArguments.Words(resource) : [];
        List<string>? names = given.Take("name", out var name) ? KubectlArguments.Words(name) : [];
        foreach (var kind in ArgumentNames.Kinds)
        {
            if (given.Has(kind) && call.Command.Flags.Find(kind) is null)
            {
                given.Take(kind, out var named);
                (kinds, names) = (kinds is { Count: > 0 } ? null : [kind], names is { Count: > 0 } ? null : KubectlArguments.Words(named));
            }
        }

        if (kinds is null || names is null || !kinds.TrueForAll(IsWord) || !names.TrueForAll(IsWord))
        {
            return "The kind and the name of what it is about must be given once, as names.";
        }

        if (kinds.Count > 0 && names.Exists(n => n.Contains('/')))
        {
            return "The name holds a kind although the resource does too.";
        }

        var pairs = kinds.Exists(k => k.Contains('/'));
        if (pairs && names.Count > 0 && !names.TrueForAll(n => kinds.TrueForAll(k => k.EndsWith($"/{n}", StringComparison.Ordinal))))
        {
            return "The resource already names an object.";
        }

        call.Operands.AddRange(Operands(call, kinds, names, pairs));
        return null;
    }

    /// <summary>What a call cannot do without; null when it is there.</summary>
    public static string? Missing(KubectlCall call) =>
        call.Operands.Count > 0 || call.Manifest is not null || call.Has("filename") || call.Has("kustomize") || call.Has("raw") || call.Has("selector") || call.IsOn("help") ? null
        : call.Command.Path is "get" or "describe" or "delete" or "patch" or "scale" or "edit" or "label" or "annotate" or "expose" or "autoscale" or "logs" or "exec" or "attach" or "debug" or "port-forward" or "wait" or "apply" or "replace" or "create"
            || call.Command.Path.StartsWith("rollout ", StringComparison.Ordinal) || call.Command.Path.StartsWith("set ", StringComparison.Ordinal)
            ? $"kubectl.{call.Command.Path} does not say what it is about."
        : null;

    private static List<string> Operands(KubectlCall call, List<string> kinds, List<string> names, bool pairs) => call.Command.Path switch
    {
        _ when kinds.Count == 0 => names,
        _ when pairs => kinds,
        "drain" or "cordon" or "uncordon" or "certificate approve" or "certificate deny" or "top node" or "top pod" => names,
        "logs" or "exec" or "attach" or "port-forward" or "debug" or "events" => names.Count > 0 ? [.. names.Select(n => $"{kinds[0]}/{n}")] : kinds,
        _ => [string.Join(',', kinds), .. names],
    };

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
