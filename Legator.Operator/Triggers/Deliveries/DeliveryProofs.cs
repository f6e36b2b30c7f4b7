using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Triggers;

namespace Legator.Operator.Triggers.Deliveries;

/// <summary>Whether a stored delivery comes from somebody who knows the trigger's Secret: whoever may write AgentEvents and no more starts no run by them.</summary>
internal sealed class DeliveryProofs(ResourceClient<Secret> secrets)
{
    /// <exception cref="ClusterException">The API gives no answer now.</exception>
    public async Task<bool> IsGenuineAsync(AgentEvent item, TriggerSpec trigger, CancellationToken cancellationToken)
    {
        try
        {
            var secret = await secrets.GetAsync(item.Metadata.Namespace, trigger.SecretRef!, cancellationToken);
            return secret is not null && WebhookKeys.Of(secret.Text) is { } keys && WebhookDeliveries.IsGenuine(item, keys);
        }
        catch (ClusterException exception) when (exception.IsInvalid)
        {
            return false;
        }
    }
}
