using Legator.Core.Delegation;
using Legator.Core.Resources;
using Legator.Core.Resources.Events;

namespace Legator.Core.Tests.Delegation;

public sealed class EventLifeTests
{
    [Theory]
    [InlineData("30m", 30)]
    [InlineData("2d", 2880)]
    [InlineData("365d", 10080)]
    [InlineData("soon", 60)]
    [InlineData("-1h", 60)]
    public void End_IsCreationAndTtl(string ttl, int minutes)
    {
        var item = new AgentEvent
        {
            Metadata = new ObjectMeta { CreationTimestamp = DateTimeOffset.UnixEpoch },
            Spec = new AgentEventSpec { SourceAgent = "a", EventType = "t", Severity = Severity.Info, Summary = "s", Ttl = ttl },
        };
        EventLife.EndOf(item).ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(minutes));
    }
}
