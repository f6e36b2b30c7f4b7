using System.Text.RegularExpressions;

namespace Legator.Core.Resources.Environments;

/// <summary>Checks the fields of <c>spec.connectivity</c> that a schema cannot. Each problem names the field and the fix.</summary>
internal static partial class ConnectivityFields
{
    public static IEnumerable<string> Problems(ConnectivitySpec? connectivity)
    {
        if (connectivity is { Type: ConnectivityType.Headscale, Headscale: null })
        {
            yield return "spec.connectivity.headscale: is not set: name the control server and the Secret of the auth key";
        }

        foreach (var problem in Headscale(connectivity?.Headscale))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Headscale(HeadscaleConnectivity? mesh)
    {
        if (mesh is null)
        {
            yield break;
        }

        if (!Uri.TryCreate(mesh.ControlServer, UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http") || server.UserInfo.Length > 0)
        {
            yield return "spec.connectivity.headscale.controlServer: is not the URL of a server: write one such as https://headscale.example.com";
        }

        for (var index = 0; index < mesh.Tags.Count; index++)
        {
            if (!Tag().IsMatch(mesh.Tags[index]))
            {
                yield return $"spec.connectivity.headscale.tags[{index}]: '{mesh.Tags[index]}' is not a tag: write one such as tag:agent-runtime";
            }
        }

        if (mesh.Hostname is { } host && !HostName().IsMatch(host))
        {
            yield return $"spec.connectivity.headscale.hostname: '{host}' is not a host name: write letters, digits and '-'";
        }
    }

    [GeneratedRegex(@"^tag:[a-zA-Z][a-zA-Z0-9-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex HostName();
}
