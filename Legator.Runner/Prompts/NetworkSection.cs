using Legator.Core.Connectivity;

namespace Legator.Runner.Prompts;

/// <summary>Tells the model what of its environment could not be reached when the run began.</summary>
internal static class NetworkSection
{
    /// <summary>Null when everything answers, or nothing was looked at.</summary>
    public static string? Of(ConnectivityReport? report)
    {
        if (report is null || report.IsWell)
        {
            return null;
        }

        var lines = report.Unreachable.Select(endpoint => $"- {endpoint.Name} ({endpoint.Url}): {endpoint.Problem}");
        var mesh = string.IsNullOrEmpty(report.Mesh) ? [] : new[] { $"- the mesh: {report.Mesh}" };
        return $"## Not reachable when this run began\n{string.Join('\n', mesh.Concat(lines))}\nSay so in your report where it matters. It may be the way there that is broken, and not the endpoint itself.";
    }
}
