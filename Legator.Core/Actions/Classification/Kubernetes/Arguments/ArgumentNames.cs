using System.Collections.Frozen;
using System.Text;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Says what an argument of a <c>kubectl.*</c> tool stands for. Most are flags of kubectl in camel case; some have names of their own.</summary>
internal static class ArgumentNames
{
    private static readonly FrozenDictionary<string, string> OwnNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["kind"] = "resource", ["resource-type"] = "resource", ["resource-kind"] = "resource", ["resources"] = "resource",
        ["names"] = "name", ["resource-name"] = "name", ["object-name"] = "name",
        ["ns"] = "namespace", ["label-selector"] = "selector", ["format"] = "output", ["output-format"] = "output",
        ["tail-lines"] = "tail", ["lines"] = "tail", ["container-name"] = "container", ["grace-period-seconds"] = "grace-period", ["patch-type"] = "type", ["strategy"] = "type",
        ["manifests"] = "manifest", ["yaml"] = "manifest", ["file"] = "filename", ["files"] = "filename", ["path"] = "filename", ["url"] = "filename",
        ["subcommand"] = "action", ["operation"] = "action", ["since-seconds"] = "since", ["delete-local-data"] = "delete-emptydir-data", ["delete-empty-dir-data"] = "delete-emptydir-data",
        ["ignore-daemon-sets"] = "ignore-daemonsets", ["condition"] = "for", ["src"] = "source", ["dest"] = "destination", ["pod-name"] = "pod", ["node-name"] = "node", ["deployment-name"] = "deployment",
    }.ToFrozenDictionary();

    /// <summary>Kinds that an argument may be named for; its value is the name of an object.</summary>
    public static FrozenSet<string> Kinds { get; } =
        FrozenSet.ToFrozenSet(["pod", "node", "deployment", "statefulset", "daemonset", "service", "job", "cronjob"], StringComparer.Ordinal);

    /// <summary>What the argument stands for, as kubectl's flags are written.</summary>
    public static string Normalize(string name)
    {
        var dashed = Dashed(name);
        return OwnNames.GetValueOrDefault(dashed, dashed);
    }

    /// <summary><c>allNamespaces</c> and <c>all_namespaces</c> are <c>all-namespaces</c>.</summary>
    public static string Dashed(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length && i < 64; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && text[^1] != '-' && !char.IsAsciiLetterUpper(name[i - 1]))
            {
                text.Append('-');
            }

            text.Append(name[i] == '_' ? '-' : char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
