using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;

namespace Legator.Runner.Tools.Ssh;

/// <summary>Host keys that were seen first and are held to since: a ConfigMap in the agent's namespace that people can read, correct and delete from.</summary>
internal sealed class HostKeyPins(ResourceClient<ConfigMap> maps)
{
    /// <summary>Name of the ConfigMap.</summary>
    public const string Name = "legator-ssh-host-keys";

    private const int Tries = 5;

    /// <summary>The key that a host is held to, as <c>type fingerprint</c>; null for a host that was never seen.</summary>
    public async Task<string?> FindAsync(string inNamespace, string host, CancellationToken cancellationToken) =>
        (await maps.GetAsync(inNamespace, Name, cancellationToken))?.Data?.GetValueOrDefault(Field(host));

    /// <summary>Pins a host's key. Whoever comes first is right: the key that is pinned in the end is given back.</summary>
    public async Task<string> PinAsync(string inNamespace, string host, string key, CancellationToken cancellationToken)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await TryPinAsync(inNamespace, Field(host), key, cancellationToken);
            }
            catch (ClusterException e) when (i < Tries && (e.IsConflict || e.IsAlreadyExists))
            {
                // Somebody else wrote at the same moment; look again.
            }
        }
    }

    private async Task<string> TryPinAsync(string inNamespace, string field, string key, CancellationToken cancellationToken)
    {
        if (await maps.GetAsync(inNamespace, Name, cancellationToken) is not { } map)
        {
            await maps.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Name = Name, Namespace = inNamespace }, Data = new Dictionary<string, string> { [field] = key } }, cancellationToken);
            return key;
        }

        if (map.Data?.GetValueOrDefault(field) is { } pinned)
        {
            return pinned;
        }

        await maps.ReplaceAsync(map with { Data = new Dictionary<string, string>(map.Data ?? new Dictionary<string, string>()) { [field] = key } }, cancellationToken);
        return key;
    }

    /// <summary>Keys of a ConfigMap may hold letters, digits, dots, dashes and underscores only.</summary>
    private static string Field(string host)
    {
        var field = new StringBuilder(host.Length);
        foreach (var c in host.ToLowerInvariant())
        {
            field.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_');
        }

        return field.ToString();
    }
}
