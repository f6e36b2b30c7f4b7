using System.Text.RegularExpressions;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Discovery;

/// <summary>Groups and their versions in the order in which clients should prefer them.</summary>
internal static partial class GroupVersions
{
    private static readonly string[] _firstGroups = ["apps", "events.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch"];

    /// <summary>All groups but the core one; older and built-in ones first.</summary>
    public static IEnumerable<IGrouping<string, ResourceKind>> Named(KindCatalog catalog) => catalog.All
        .Where(k => k.Group.Length > 0)
        .GroupBy(k => k.Group)
        .OrderBy(g => Array.IndexOf(_firstGroups, g.Key) is >= 0 and var at ? at : g.First().Custom is null ? 100 : 200)
        .ThenBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>Versions of a group, the preferred one first: v2, v1, v1beta2, v1beta1, v1alpha1, then what is no such version.</summary>
    public static string[] Versions(IEnumerable<ResourceKind> group) =>
        [.. group.Select(k => k.Version).Distinct().OrderByDescending(Rank).ThenBy(v => v, StringComparer.Ordinal)];

    private static (int Stability, int Major, int Minor) Rank(string version)
    {
        Match match = Form().Match(version);
        if (!match.Success)
        {
            return (0, 0, 0);
        }

        int stability = match.Groups[2].Value switch { "" => 3, "beta" => 2, _ => 1 };
        return (stability, Number(match.Groups[1]), Number(match.Groups[3]));
    }

    private static int Number(Group group) => int.TryParse(group.Value, out int number) ? number : 0;

    [GeneratedRegex(@"\Av(\d+)(?:(alpha|beta)(\d+))?\z")]
    private static partial Regex Form();
}
