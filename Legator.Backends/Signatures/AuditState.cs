using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Audit;
using Legator.Core.Resources;

namespace Legator.Backends.Signatures;

/// <summary>What is public of the audit, in a ConfigMap beside the Operator's Lease: the keys, and which checkpoint is the newest. It lies outside of the journal's storage, so who can cut that off cannot make it look whole.</summary>
public sealed class AuditState(ResourceClient<ConfigMap> configMaps, ClusterConnection cluster)
{
    /// <summary>Name of the ConfigMap.</summary>
    public const string ConfigMapName = "legator-audit";

    private const string KeysEntry = "public.pem";
    private const string HeadEntry = "head";

    /// <summary>Public keys in PEM and the newest head; both empty where no checkpoint was made yet.</summary>
    public async Task<(string Keys, AuditHead? Head)> ReadAsync(CancellationToken cancellationToken)
    {
        var data = (await configMaps.GetAsync(cluster.Namespace, ConfigMapName, cancellationToken))?.Data;
        return (data?.GetValueOrDefault(KeysEntry) ?? "", Head(data?.GetValueOrDefault(HeadEntry)));
    }

    /// <summary>States a head. A key that is not among the others yet is added to them: what older ones signed stays believed.</summary>
    public async Task WriteAsync(AuditHead head, string publicPem, CancellationToken cancellationToken)
    {
        var (keys, _) = await ReadAsync(cancellationToken);
        var data = new Dictionary<string, string>
        {
            [KeysEntry] = keys.Contains(publicPem, StringComparison.Ordinal) ? keys : keys + publicPem,
            [HeadEntry] = JsonSerializer.Serialize(head, LegatorJson.Options),
        };
        if (keys.Length > 0)
        {
            await configMaps.PatchAsync(cluster.Namespace, ConfigMapName, new JsonObject { ["data"] = JsonSerializer.SerializeToNode(data) }, cancellationToken);
        }
        else
        {
            await configMaps.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Name = ConfigMapName, Namespace = cluster.Namespace }, Data = data }, cancellationToken);
        }
    }

    // One that nobody can read is none: then the check says that it is missing.
    private static AuditHead? Head(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<AuditHead>(text, LegatorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
