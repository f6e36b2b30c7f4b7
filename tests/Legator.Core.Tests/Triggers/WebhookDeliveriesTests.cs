using System.Text.Json;
using Legator.Core.Resources;
using Legator.Core.Runs;
using Legator.Core.Triggers;

namespace Legator.Core.Tests.Triggers;

public sealed class WebhookDeliveriesTests
{
    private static readonly WebhookKeys Keys = new("a-key-of-signatures-0001", null);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Seal_HoldsForWhatWasSealed_AndForNothingElse()
    {
        var item = WebhookDeliveries.Sealed(Make("d1", "payload"), Keys);
        WebhookDeliveries.IsGenuine(item, Keys).ShouldBeTrue();
        WebhookDeliveries.IsGenuine(item, new WebhookKeys("another-key-0123456789", null)).ShouldBeFalse();
        WebhookDeliveries.IsGenuine(Make("d1", "payload"), Keys).ShouldBeFalse();
        WebhookDeliveries.IsGenuine(item with { Spec = item.Spec with { Detail = "other" } }, Keys).ShouldBeFalse();
        WebhookDeliveries.IsGenuine(item with { Spec = item.Spec with { TargetAgent = "other" } }, Keys).ShouldBeFalse();
        WebhookDeliveries.IsGenuine(item with { Metadata = item.Metadata with { Name = "other" } }, Keys).ShouldBeFalse();
        WebhookDeliveries.IsGenuine(item with { Metadata = item.Metadata with { Namespace = "other" } }, Keys).ShouldBeFalse();
        var moved = new Dictionary<string, string>(item.Metadata.Annotations!) { [LegatorApi.DeliveryAnnotation] = "d2" };
        WebhookDeliveries.IsGenuine(item with { Metadata = item.Metadata with { Annotations = moved } }, Keys).ShouldBeFalse();
    }

    [Fact]
    public void Names_FollowFromAgentSourceAndId()
    {
        Make("d1", "x").Metadata.Name.ShouldBe(Make("d1", "y").Metadata.Name);
        new[] { Make("d1", "x"), Make("d2", "x"), Make("d1", "x", "other"), Make("d1", "x", agent: "other") }.Select(item => item.Metadata.Name).Distinct().Count().ShouldBe(4);
        WebhookDeliveries.Is(Make("d1", "x")).ShouldBeTrue();
    }

    [Fact]
    public void Payload_LosesItsSecrets_AndIsBounded()
    {
        TriggerPayload.Of(JsonSerializer.SerializeToElement(new { app = "web", password = "hunter2hunter2", note = "Authorization: Bearer abcdefghijklmnop0123456789" })).ShouldSatisfyAllConditions(
            text => text.ShouldContain("\"app\":\"web\""), text => text.ShouldNotContain("hunter2"), text => text.ShouldNotContain("abcdefghijklmnop"));
        var cut = TriggerPayload.Of(string.Join(' ', Enumerable.Repeat("words", 20_000)));
        cut.Length.ShouldBeInRange(TriggerPayload.MostChars - 300, TriggerPayload.MostChars + 100);
        cut.ShouldEndWith("[54463 of 119999 characters were left out]");
    }

    private static Legator.Core.Resources.Events.AgentEvent Make(string digest, string? payload, string source = "alerts", string agent = "responder") =>
        WebhookDeliveries.Make(new AgentKey("agents", agent), source, digest, payload, Now);
}
