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
            if (AreColumn(whole))
            {
                return KubectlCall.SomeName;
            }

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

    // What picks the first column of a table: the names. The heading is no name of anything, and does no harm.
    private static readonly string[] Columns = [" | awk '{print $1}')", " | awk '{ print $1 }')", " | awk {'print $1'})"];

    /// <summary>True for the first column of a table, of whose rows some may be left out: <c>$(kubectl get pods -n web --no-headers | grep -v Running | awk '{print $1}')</c>.</summary>
    public static bool AreColumn(string source)
    {
        if (!source.StartsWith(Begin, StringComparison.Ordinal) || Array.Find(Columns, c => source.EndsWith(c, StringComparison.Ordinal)) is not { } column)
        {
            return false;
        }

        var stages = source[2..^column.Length].Split(" | ");
        for (var i = 1; i < stages.Length; i++)
        {
            var words = stages[i].Split(' ');
            if (words.Length is < 2 or > 3 || words[0] is not ("grep" or "egrep") || (words.Length == 3 && words[1] is not ("-v" or "-E" or "-i" or "-w" or "-vE")) || words[^1] is ['-', ..] || words[^1].AsSpan().ContainsAny(Unplain))
            {
                return false;
            }
        }

        var table = stages[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !stages[0].AsSpan().ContainsAny(Unplain) && Array.TrueForAll(table, IsPlainOfTable) && Listed($"$({stages[0]})") is { } kind && Plain.Contains(kind);
    }

    // Of all namespaces the first column is the namespace's name, and plain as well.
    private static bool IsPlainOfTable(string word) =>
        word is not ['-', ..] || word is "-n" or "-A" or "-l" or "--no-headers" or "--all-namespaces" or "--field-selector" || word.StartsWith("--namespace=", StringComparison.Ordinal) || word.StartsWith("--field-selector=", StringComparison.Ordinal) || word.StartsWith("--selector=", StringComparison.Ordinal) || word.StartsWith("--sort-by=", StringComparison.Ordinal);

    /// <summary>True for kinds of objects, the delicate ones among them: <c>$(kubectl api-resources --verbs=list --namespaced -o name)</c>.</summary>
    public static bool AreKinds(string source) =>
        source.StartsWith("$(kubectl api-resources ", StringComparison.Ordinal) && source.EndsWith(" -o name)", StringComparison.Ordinal) && !source.AsSpan(2, source.Length - 3).ContainsAny(";|&<>$`(){}\n'\"\\")
        && Array.TrueForAll(source[2..^9].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..], OfKinds);

    private static bool OfKinds(string word) =>
        word is "--namespaced" || word.StartsWith("--namespaced=", StringComparison.Ordinal) || word.StartsWith("--verbs=", StringComparison.Ordinal) || word.StartsWith("--api-group=", StringComparison.Ordinal);

    /// <summary>True for bare names: <c>$(kubectl get pods -n web -o jsonpath={.items[*].metadata.name})</c>.</summary>
    public static bool AreBare(string source)
    {
        if (AreColumn(source))
        {
            return true;
        }

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
