using Legator.Core.Runs;

namespace Legator.Core.Tests.Runs;

public sealed class RunNamesTests
{
    private static readonly AgentKey HelloWorld = new("agents", "hello-world");

    [Theory]
    [InlineData("2026-11-22T21:05:00Z", "hello-world-20261122-2105")]
    [InlineData("2026-11-22T23:05:00+02:00", "hello-world-20261122-2105")]
    [InlineData("2026-11-22T21:05:30Z", "hello-world-20261122-210530")]
    public void ForSlot_WholeMinuteOrNot_NamesTheSlotInUtc(string slot, string expected) =>
        RunNames.ForSlot(HelloWorld, DateTimeOffset.Parse(slot, null)).ShouldBe(expected);

    [Fact]
    public void ForRequest_SameNonce_SameName() =>
        RunNames.ForRequest(HelloWorld, "n1").ShouldBe(RunNames.ForRequest(HelloWorld, "n1"));

    [Fact]
    public void ForRequest_OtherNonceOrAgent_OtherName()
    {
        var names = new[]
        {
            RunNames.ForRequest(HelloWorld, "n1"),
            RunNames.ForRequest(HelloWorld, "n2"),
            RunNames.ForRequest(HelloWorld with { Namespace = "other" }, "n1"),
        };
        names.Distinct().Count().ShouldBe(3);
        names.ShouldAllBe(name => name.StartsWith("hello-world-"));
    }

    [Theory]
    [InlineData(46)]
    [InlineData(47)]
    [InlineData(63)]
    [InlineData(253)]
    public void ForSlot_LongAgentName_IsCutAndStaysUnique(int length)
    {
        var slot = DateTimeOffset.UnixEpoch.AddSeconds(1);
        var one = RunNames.ForSlot(new AgentKey("agents", new string('a', length - 1) + "1"), slot);
        var two = RunNames.ForSlot(new AgentKey("agents", new string('a', length - 1) + "2"), slot);
        one.ShouldNotBe(two);
        one.ShouldMatch("^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$");
    }

    [Fact]
    public void ForSlot_CutFallsOnASeparator_LeavesNone() =>
        RunNames.ForSlot(new AgentKey("agents", new string('a', 41) + "." + new string('b', 30)), DateTimeOffset.UnixEpoch)
            .ShouldNotContain(".-");
}
