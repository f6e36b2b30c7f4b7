using Xunit.Sdk;

namespace Legator.Runner.Tests.Faults;

/// <summary>Unreachable, slow, lying and huge servers: the model gets an answer in time, and the runner keeps neither memory nor connections. Nothing else runs meanwhile, since memory is measured.</summary>
[Collection(nameof(FaultTests))]
[CollectionDefinition(nameof(FaultTests), DisableParallelization = true)]
public sealed class FaultTests(FaultRounds rounds) : IClassFixture<FaultRounds>
{
    private const long MostMemory = 64L << 20;

    public static TheoryData<string, Fault> Cases => new(FaultCalls.All.SelectMany(call => Enum.GetValues<Fault>().Select(fault => (call.Name, fault))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Server_WithAFault_IsAnAnswerInTimeAndLeavesNothingOpen(string name, Fault fault)
    {
        var call = FaultCalls.All.Single(c => c.Name == name);
        var outcome = rounds.Of(call, fault);
        outcome.Result.Succeeded.ShouldBe(call.Bears.Contains(fault), outcome.Result.Text);
        outcome.Result.Text.ShouldNotContain("broke down", Case.Insensitive);
        outcome.Result.Text.ShouldNotContain("canary-secret");
        outcome.Result.Text.Length.ShouldBeInRange(1, 9000);
        outcome.Took.ShouldBeLessThan(call.Limit);
        outcome.Open.ShouldBe(0);
    }

    [Fact]
    public void Servers_ThatSendWithoutEnd_CostNoMemory() => rounds.Memory.ShouldBeLessThan(MostMemory);
}
