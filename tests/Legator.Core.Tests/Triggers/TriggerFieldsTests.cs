using Legator.Core.Resources.Agents;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Triggers;

namespace Legator.Core.Tests.Triggers;

public sealed class TriggerFieldsTests
{
    private static readonly TriggerSpec Good = new() { Type = TriggerType.Webhook, Source = "team/alerts-1", SecretRef = "alerts" };

    [Fact]
    public void Triggers_ThatAreRight_HaveNoProblem()
    {
        Problems(Good, new TriggerSpec { Type = TriggerType.KubernetesEvent, Reasons = ["BackOff"], Debounce = "0s" }, new TriggerSpec { Type = TriggerType.AgentEvent }).ShouldBeEmpty();
        TriggerFields.IsUsable(Good).ShouldBeTrue();
        TriggerFields.DebounceOf(Good).ShouldBe(TimeSpan.FromSeconds(30));
        TriggerFields.DebounceOf(Good with { Debounce = "2m" }).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Webhook_WithoutSecret_IsRefused_AndTheFieldAndTheFixAreNamed()
    {
        Problems(Good with { SecretRef = null }).Single().ShouldStartWith("spec.schedule.triggers[0].secretRef: is not set, and nobody may start runs without proof of who they are: name a Secret");
        TriggerFields.IsUsable(Good with { SecretRef = " " }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/alerts")]
    [InlineData("alerts/")]
    [InlineData("a//b")]
    [InlineData("a b")]
    [InlineData("alerts?x=1")]
    [InlineData("ünsafe")]
    public void Webhook_WithASourceThatIsNoPath_IsRefused(string? source) => Problems(Good with { Source = source }).Single().ShouldStartWith("spec.schedule.triggers[0].source:");

    [Theory]
    [InlineData("soon")]
    [InlineData("-1s")]
    [InlineData("25h")]
    public void Debounce_OutOfRange_IsRefused(string debounce) => Problems(Good with { Debounce = debounce }).Single().ShouldContain($"debounce: '{debounce}' is no duration from 0s to 24h");

    [Fact]
    public void OneSourceTwice_AndEventsWithoutBounds_AreRefused()
    {
        Problems(Good, Good with { SecretRef = "others" }).Single().ShouldStartWith("spec.schedule.triggers[1].source: 'team/alerts-1' is the source of an earlier trigger too");
        Problems(new TriggerSpec { Type = TriggerType.KubernetesEvent }).Single().ShouldStartWith("spec.schedule.triggers[0].reasons: neither reasons nor resources are set");
        Problems(Good with { Filter = "size(payload) > 1" }).Single().ShouldStartWith("spec.schedule.triggers[0].filter: it cannot be checked.");
    }

    private static IReadOnlyList<string> Problems(params TriggerSpec[] triggers) => TriggerFields.Problems(new LegatorAgentSpec
    {
        Description = "waits",
        EnvironmentRef = "home",
        Schedule = new ScheduleSpec { Triggers = triggers },
        Model = new ModelSpec { Tier = ModelTier.Fast },
        Skills = [],
        Guardrails = new GuardrailsSpec(),
    });
}
