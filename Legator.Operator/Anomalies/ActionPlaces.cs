using Legator.Core.Resources.Runs;

namespace Legator.Operator.Anomalies;

/// <summary>
/// Where an action was, as coarse as what stays the same from run to run: the host and not the command, the kind and namespace and not the Pod. What an agent keeps for itself,
/// its state and its dealings with other agents, is no place.
/// </summary>
internal static class ActionPlaces
{
    private const int Longest = 120;

    /// <summary>The kind of the tool, e.g. <c>ssh</c>; of an MCP server, <c>mcp.SERVER</c>.</summary>
    public static string KindOf(string tool)
    {
        var parts = tool.Split('.');
        return parts is ["mcp", var server, ..] ? $"mcp.{server}" : parts[0];
    }

    /// <summary>The places of an action; empty where it has none.</summary>
    public static IEnumerable<string> Of(ActionRecord action) =>
        (action.Actions.Count > 0 ? action.Actions.Select(WithoutVerb) : [action.Target]).Select(target => Of(KindOf(action.Tool), target)).OfType<string>();

    /// <summary>The place of a target that a tool of a kind is pointed at.</summary>
    public static string? Of(string kind, string target)
    {
        var place = kind switch
        {
            "kubectl" => Kubernetes(target),
            "ssh" => Before(target, ':'),
            "http" => Uri.TryCreate(target, UriKind.Absolute, out var url) ? $"{url.Scheme}://{url.Authority}" : null,
            "sql" => target,
            "dns" => target[(target.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            "aws" or "az" => Before(target, ' '),
            _ when kind.StartsWith("mcp.", StringComparison.Ordinal) => target,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(place) || target == "unknown" ? null : place.Length <= Longest ? place : place[..Longest];
    }

    // deployments.apps/web -n shop
    private static string Kubernetes(string target)
    {
        var place = target.IndexOf(" -n ", StringComparison.Ordinal);
        return $"{Before(place < 0 ? target : target[..place], '/')}{(place < 0 ? "" : target[place..])}";
    }

    private static string Before(string text, char mark) => text.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at ? text[..at] : text;

    // An action reads e.g. get pods/web-1 -n shop.
    private static string WithoutVerb(string action) => action[(action.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
