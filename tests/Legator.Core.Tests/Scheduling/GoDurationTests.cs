using CsCheck;
using Legator.Core.Scheduling;

namespace Legator.Core.Tests.Scheduling;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("90s", 90_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData(".5s", 500)]
    [InlineData("1500µs", 1.5)]
    [InlineData("7d", 604_800_000)]
    [InlineData("0", 0)]
    [InlineData("+5m", 300_000)]
    public void TryParse_GoSpelling_IsRead(string text, double milliseconds)
    {
        GoDuration.TryParse(text, out var value, out _).ShouldBeTrue();
        value.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("5 minutes")]
    [InlineData("5m ")]
    [InlineData("1.2.3s")]
    [InlineData(".s")]
    [InlineData("5M")]
    [InlineData("99999999999999999999d")]
    [InlineData("+")]
    public void TryParse_AnythingElse_SaysWhatToWrite(string? text)
    {
        GoDuration.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldContain("15m");
    }

    [Fact]
    public void Format_AnyDuration_ReadsBackTheSame() =>
        Gen.Long[0, TimeSpan.FromDays(3650).Ticks].Select(TimeSpan.FromTicks).Sample(value =>
            GoDuration.TryParse(GoDuration.Format(value), out var back, out _) && back == value);

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.String["0123456789.dhmsuµn+- "].Sample(text => GoDuration.TryParse(text, out _, out _) || true);
}
