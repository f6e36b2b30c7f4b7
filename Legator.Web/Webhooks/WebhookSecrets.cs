using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Triggers;

namespace Legator.Web.Webhooks;

/// <summary>Reads the Secrets that triggers name, and keeps what it read for a few seconds: a changed Secret counts soon, and a storm of calls asks the Kubernetes API little.</summary>
internal sealed partial class WebhookSecrets(ResourceClient<Secret> secrets, TimeProvider time, ILogger<WebhookSecrets> logger)
{
    private const int MostKept = 1000;
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<ObjectKey, (WebhookKeys? Keys, DateTimeOffset Until)> _kept = new();

    /// <returns>Null when the Secret is not there, cannot be read, or holds nothing that can be used.</returns>
    /// <exception cref="ClusterException">The API gives no answer now.</exception>
    public async Task<WebhookKeys?> KeysAsync(string inNamespace, string name, CancellationToken cancellationToken)
    {
        var (key, now) = (new ObjectKey(inNamespace, name), time.GetUtcNow());
        if (_kept.TryGetValue(key, out var kept) && kept.Until > now)
        {
            return kept.Keys;
        }

        var keys = await ReadAsync(key, cancellationToken);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[key] = (keys, now + Keep);
        return keys;
    }

    private async Task<WebhookKeys?> ReadAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            var secret = await secrets.GetAsync(key.Namespace, key.Name, cancellationToken);
            var keys = secret is null ? null : WebhookKeys.Of(secret.Text);
            if (keys is null)
            {
                Log.Unusable(logger, key, WebhookKeys.MinLength);
            }

            return keys;
        }
        catch (ClusterException exception) when (!exception.IsTransient)
        {
            Log.Unreadable(logger, key, exception.Reason);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7141, LogLevel.Warning, "Secret {Secret} of a webhook's trigger has neither a field secret nor a field token of at least {Length} characters: nobody can call the webhook")]
        public static partial void Unusable(ILogger logger, ObjectKey secret, int length);

        [LoggerMessage(7142, LogLevel.Warning, "Secret {Secret} of a webhook's trigger cannot be read ({Reason}): let the API's account get it (deploy/rbac/web-webhooks.yaml)")]
        public static partial void Unreadable(ILogger logger, ObjectKey secret, string reason);
    }
}
