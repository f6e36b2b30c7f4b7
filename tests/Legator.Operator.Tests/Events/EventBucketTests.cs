using Legator.Operator.Events;

namespace Legator.Operator.Tests.Events;

public sealed class EventBucketTests
{
    [Fact]
    public void TryTake_ABurst_LetsTenThroughAndThenOneEachThirtySeconds()
    {
        var now = DateTimeOffset.UnixEpoch;
        var bucket = new EventBucket(now);
        Enumerable.Range(0, 50).Count(_ => bucket.TryTake(now)).ShouldBe(10);
        Enumerable.Range(0, 50).Count(_ => bucket.TryTake(now.AddSeconds(61))).ShouldBe(2);
    }
}
