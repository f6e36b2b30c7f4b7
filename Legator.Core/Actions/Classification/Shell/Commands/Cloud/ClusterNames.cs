using System.Collections.Frozen;
using Legator.Core.Actions.Classification.Kubernetes.Lines;
using Legator.Core.Actions.Classification.Shell.Expansion;

namespace Legator.Core.Actions.Classification.Shell.Commands.Cloud;

/// <summary>Names that kubectl itself lists, told by how the command that lists them is written: <c>$(kubectl get pods -n web -o name)</c>.</summary>
internal static class ClusterNames
{
    private const string Begin = "$(kubectl ";
    private const string Unplain = ";|&<>$`(){}\n,'\"\\";

    // One of the names, and not what is printed where there is none.
    private static readonly string[] Keeps = [" | head -1", " | head -n1", " | head -n 1", " | tail -1", " | tail -n1", " | tail -n 1", " 2>/dev/null"];

    // Kinds whose names begin with a letter or a digit; those of rights may be anything.
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
    [
        "po", "pod", "pods", "deploy", "deployment", "deployments", "rs", "replicaset", "replicasets", "sts", "statefulset", "statefulsets", "ds", "daemonset", "daemonsets", "job", "jobs", "cj", "cronjob", "cronjobs",
        "svc", "service", "services", "no", "node", "nodes", "ns", "namespace", "namespaces", "ing", "ingress", "ingresses", "pvc", "pv", "hpa", "cm", "configmap", "configmaps",
    ], StringComparer.Ordinal);

    /// <summary>What stands for any number of such names; null for anything else.</summary>
    public static string? Of(string source)
    {
        for (var whole = source; ;)
        {
            if (Kind(whole) is { } kind)
            {
                return $"{kind}/{KubectlCall.SomeName}";
            }

            if (AreBare(whole) && Listed(whole) is { } listed && Plain.Contains(listed))
            {
                return KubectlCall.SomeName;
            }

            if (Array.Find(Keeps, keep => whole.EndsWith(keep + ")", StringComparison.Ordinal)) is not { } kept)
            {
                return null;
            }

            whole = whole[..^(kept.Length + 1)] + ")";
        }
    }

    /// <summary>True for bare names: <c>$(kubectl get pods -n web -o jsonpath={.items[*].metadata.name})</c>.</summary>
    public static bool AreBare(string source)
    {
        var at = source.StartsWith(Begin, StringComparison.Ordinal) && source.EndsWith(')') ? source.LastIndexOf(" -o ", StringComparison.Ordinal) : -1;
        if (at < 0 || source.AsSpan(2, at - 2).ContainsAny(Unplain))
        {
            return false;
        }

        var output = source[(at + 4)..^1];
        var words = source[2..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(w => w == "get") == 1 && !words.Any(w => w.StartsWith("-o", StringComparison.Ordinal) || w.StartsWith("--o", StringComparison.Ordinal) || w.StartsWith("--template", StringComparison.Ordinal))
            && ListedNames.IsBare(output.EndsWith(" --no-headers", StringComparison.Ordinal) ? output[..^" --no-headers".Length] : output);
    }

    /// <summary>The kind of names that stand behind their kind: <c>$(kubectl get pods -n web -o name)</c>; null for anything else.</summary>
    public static string? Kind(string source) =>
        source.StartsWith(Begin, StringComparison.Ordinal) && source.EndsWith(" -o name)", StringComparison.Ordinal) && !source.AsSpan(2, source.Length - 3).ContainsAny(";|&<>$`(){}\n,")
        && Listed(source) is { } kind && kind.All(char.IsAsciiLetterLower)
            ? kind
            : null;

    // The word behind the one "get".
    private static string? Listed(string source)
    {
        var words = source[2..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var get = Array.IndexOf(words, "get");
        return get > 0 && get + 1 < words.Length && words.Count(w => w == "get") == 1 ? words[get + 1] : null;
    }
}
