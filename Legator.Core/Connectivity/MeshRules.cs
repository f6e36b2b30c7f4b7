using Legator.Core.Resources.Environments;

namespace Legator.Core.Connectivity;

/// <summary>Whether this node is in the mesh that an environment wants.</summary>
public static class MeshRules
{
    /// <summary>What is wrong, in a sentence each, joined; empty when nothing is.</summary>
    /// <param name="wanted">How the environment wants it; null where it only wants a mesh.</param>
    /// <param name="node">What the daemon says of the node.</param>
    /// <param name="preferences">How the daemon is set up; null where it does not tell.</param>
    public static string Problems(HeadscaleConnectivity? wanted, MeshNode node, MeshPreferences? preferences) => node.BackendState != "Running"
        ? Down(node.BackendState)
        : string.Join(' ', Details(wanted, node, preferences));

    private static string Down(string? state) => state switch
    {
        "NeedsLogin" => "The node is not in the mesh: it needs a valid auth key.",
        "NeedsMachineAuth" => "The node is not in the mesh: its control server has not approved it.",
        "Stopped" => "The node is not in the mesh: its daemon is switched off.",
        "Starting" or "NoState" => "The node is not in the mesh yet: its daemon is starting.",
        _ => "The node is not in the mesh.",
    };

    private static IEnumerable<string> Details(HeadscaleConnectivity? wanted, MeshNode node, MeshPreferences? preferences)
    {
        if (node.Self?.Online == false)
        {
            yield return "The control server does not see the node.";
        }

        if (wanted is null)
        {
            yield break;
        }

        if (preferences?.ControlURL is { Length: > 0 } control && !Same(control, wanted.ControlServer))
        {
            yield return "The node obeys another control server than spec.connectivity.headscale.controlServer.";
        }

        if (wanted.AcceptRoutes && preferences?.RouteAll == false)
        {
            yield return "The node does not accept routes, and spec.connectivity.headscale.acceptRoutes wants it to.";
        }

        if (wanted.Tags.Except(node.Self?.Tags ?? [], StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            yield return $"The node lacks {string.Join(", ", missing)} of spec.connectivity.headscale.tags.";
        }

        if (wanted.ExitNode is { Length: > 0 } exit && node.ExitNodeStatus is not { Online: true })
        {
            yield return node.ExitNodeStatus is null ? $"The exit node {exit} is not in use." : $"The exit node {exit} is offline.";
        }
    }

    private static bool Same(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var first) && Uri.TryCreate(other, UriKind.Absolute, out var second)
        && Uri.Compare(first, second, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
