using System.Text.Json.Nodes;
using Legator.Core.Resources.Agents;
using Legator.Core.Triggers;

namespace Legator.Core.Tests.Triggers;

public sealed class TriggerFilterTests
{
    private const string Call = """
        {"payload":{"status":"firing","alerts":[{"labels":{"severity":"critical","app.kubernetes.io/name":"web"}}],"count":3,"draft":false},
         "headers":{"x-github-event":"push"}}
        """;

    [Theory]
    [InlineData("payload.status == \"firing\"", true)]
    [InlineData("payload.status == 'firing' && payload.count >= 3", true)]
    [InlineData("payload.status == resolved", false)]
    [InlineData("payload.alerts[0].labels.severity in [critical, page]", true)]
    [InlineData("payload.alerts[0].labels[\"app.kubernetes.io/name\"] == web", true)]
    [InlineData("payload.alerts[7].labels.severity == critical", false)]
    [InlineData("payload.draft == false", true)]
    [InlineData("payload.nothing is not set", true)]
    [InlineData("headers[\"x-github-event\"] == push and payload.count > 3", false)]
    [InlineData("payload.count > many", false)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void WebhookFilter_LetsThroughWhatItSays(string? filter, bool lets) => Lets(TriggerType.Webhook, filter, Call).ShouldBe(lets);

    [Theory]
    [InlineData("event.type == Warning and event.count >= 3", true)]
    [InlineData("event.involvedObject.name not in [web, cart]", false)]
    [InlineData("event.message is set", true)]
    public void EventFilter_LetsThroughWhatItSays(string filter, bool lets) =>
        Lets(TriggerType.KubernetesEvent, filter, """{"event":{"type":"Warning","count":4,"message":"Back-off","involvedObject":{"name":"web"}}}""").ShouldBe(lets);

    [Theory]
    [InlineData("size(payload.alerts) > 0")]
    [InlineData("payload.status.startsWith('f')")]
    [InlineData("payload.status == 'firing' || payload.count > 1")]
    [InlineData("exists")]
    [InlineData("pods ready")]
    [InlineData("replicas >= 0")]
    [InlineData("spec.replicas is not set")]
    [InlineData("payloads.x is not set")]
    [InlineData("https://example.com/healthz answers 200")]
    [InlineData("true")]
    public void WebhookFilter_ThatCannotBeChecked_LetsNothingThrough_AndSaysWhatToWrite(string filter)
    {
        TriggerFilter.Problem(TriggerType.Webhook, filter).ShouldNotBeNull().ShouldContain("payload.status == \"firing\"");
        Lets(TriggerType.Webhook, filter, Call).ShouldBeFalse();
    }

    private static bool Lets(TriggerType type, string? filter, string came) =>
        TriggerFilter.Lets(new TriggerSpec { Type = type, Filter = filter }, (JsonObject)JsonNode.Parse(came)!);
}
