using System.Collections.Frozen;
using System.Text;

namespace Legator.Core.Actions.Classification.Kubernetes.Arguments;

/// <summary>Says what an argument of a <c>kubectl.*</c> tool stands for. Most are flags of kubectl in camel case; some have names of their own.</summary>
internal static class ArgumentNames
{
    private static readonly FrozenDictionary<string, string> OwnNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["kind"] = "resource", ["resource-type"] = "resource", ["resource-kind"] = "resource", ["resources"] = "resource",
        ["names"] = "name", ["resource-name"] = "name", ["object-name"] = "name", ["pod"] = "name", ["pod-name"] = "name", ["node"] = "name", ["node-name"] = "name",
        ["ns"] = "namespace", ["label-selector"] = "selector", ["format"] = "output", ["output-format"] = "output",
        ["tail-lines"] = "tail", ["lines"] = "tail", ["container-name"] = "container", ["grace-period-seconds"] = "grace-period", ["patch-type"] = "type",
        ["manifests"] = "manifest", ["yaml"] = "manifest", ["file"] = "filename", ["files"] = "filename", ["path"] = "filename", ["subcommand"] = "action", ["operation"] = "action",
        ["since-seconds"] = "since", ["limit"] = "limit", ["count"] = "replicas", ["revision-number"] = "revision", ["delete-local-data"] = "delete-emptydir-data",
    }.ToFrozenDictionary();

    /// <summary>The argument's name as kubectl's flags are written: <c>allNamespaces</c> and <c>all_namespaces</c> are <c>all-namespaces</c>.</summary>
    public static string Normalize(string name)
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

        var normalized = text.ToString();
        return OwnNames.GetValueOrDefault(normalized, normalized);
    }
}
