using System.Text;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Events;
using Legator.Core.Runs;
using Legator.Core.Triggers;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.Deliveries;

/// <summary>Stores deliveries as the Web does.</summary>
internal sealed class WebhookSender(TestCluster cluster, string inNamespace)
{
    public const string Source = "alerts";
    public static readonly WebhookKeys Keys = new("a-key-of-signatures-0001", null);

    public static TriggerSpec Trigger(string? debounce = null) => new() { Type = TriggerType.Webhook, Source = Source, SecretRef = "alerts", Debounce = debounce };

    public Task SecretAsync() => cluster.Client<Secret>().CreateAsync(
        new Secret { Metadata = new ObjectMeta { Name = "alerts", Namespace = inNamespace }, Data = new Dictionary<string, byte[]> { ["secret"] = Encoding.UTF8.GetBytes(Keys.Secret!) } }, TestContext.Current.CancellationToken);

    public Task<AgentEvent> SendAsync(string agent, string id, string? payload = "{}", WebhookKeys? keys = null) => cluster.Client<AgentEvent>().CreateAsync(
        WebhookDeliveries.Sealed(WebhookDeliveries.Make(new AgentKey(inNamespace, agent), Source, WebhookDeliveries.Digest(id), payload, TimeProvider.System.GetUtcNow()), keys ?? Keys),
        TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<AgentEvent>> StoredAsync() => (await cluster.Client<AgentEvent>().ListAsync(inNamespace, null, TestContext.Current.CancellationToken)).Items;

    public Task GoneAsync() => Eventually.IsTrueAsync("nothing is stored any more", async () => (await StoredAsync()).Count == 0);
}
