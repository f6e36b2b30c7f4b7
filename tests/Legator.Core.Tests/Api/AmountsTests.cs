using Legator.Core.Api;

namespace Legator.Core.Tests.Api;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(293_400, "293.4K")]
    [InlineData(1_250_000, "1.3M")]
    public void Tokens_AnyNumber_InItsLargestUnit(long tokens, string expected) => Amounts.Tokens(tokens).ShouldBe(expected);

    [Theory]
    [InlineData(850, "850ms")]
    [InlineData(39_300, "39.3s")]
    [InlineData(125_000, "2m05s")]
    public void Duration_AnyLength_AsMeasured(int milliseconds, string expected) => Amounts.Duration(TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(expected);

    [Theory]
    [InlineData(14, "14s ago")]
    [InlineData(3_700, "1h ago")]
    [InlineData(200_000, "2d ago")]
    public void Age_PastTime_InItsLargestUnit(int seconds, string expected) =>
        Amounts.Age(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(seconds)).ShouldBe(expected);
}
