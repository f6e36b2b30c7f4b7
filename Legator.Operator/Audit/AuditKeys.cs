using System.Text;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Backends.Signatures;
using Legator.Core.Resources;

namespace Legator.Operator.Audit;

/// <summary>The key that signs checkpoints: in a Secret beside the Operator's Lease, made at the first need.</summary>
internal sealed partial class AuditKeys(ResourceClient<Secret> secrets, ClusterConnection cluster, ILogger<AuditKeys> logger)
{
    public const string SecretName = "legator-audit-key";
    private const string Entry = "private.pem";

    /// <exception cref="FormatException">The Secret holds something else.</exception>
    public async Task<CheckpointKey> GetAsync(CancellationToken cancellationToken)
    {
        if (await secrets.GetAsync(cluster.Namespace, SecretName, cancellationToken) is { } stored)
        {
            return CheckpointKey.Read(stored.Text(Entry) ?? "");
        }

        var made = CheckpointKey.Generate();
        await secrets.CreateAsync(
            new Secret
            {
                Metadata = new ObjectMeta { Name = SecretName, Namespace = cluster.Namespace },
                Type = "Opaque",
                Data = new Dictionary<string, byte[]> { [Entry] = Encoding.ASCII.GetBytes(made.ToPrivatePem()) },
            },
            cancellationToken);
        Log.Made(logger, made.Key, cluster.Namespace, SecretName);
        return made;
    }

    private static partial class Log
    {
        [LoggerMessage(5901, LogLevel.Information, "Audit: made the signing key {Key} in Secret {Namespace}/{Secret}; export its public half with 'legator audit key' and keep it elsewhere")]
        public static partial void Made(ILogger logger, string key, string @namespace, string secret);
    }
}
