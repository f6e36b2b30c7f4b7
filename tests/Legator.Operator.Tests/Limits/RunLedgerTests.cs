using Legator.Core.Resources;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Limits;
using Legator.Operator.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Operator.Tests.Limits;

public sealed class RunLedgerTests
{
    private static readonly AgentKey Agent = new("agents", "web");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Begin_SameRunTwice_CountsOnce()
    {
        var ledger = new RunLedger(time);
        ledger.Begin(Agent, "r1", time.GetUtcNow());
        ledger.Begin(Agent, "r1", time.GetUtcNow());

        (ledger.Active, ledger.ActiveIn("agents"), ledger.BegunWithinHour(), ledger.BegunWithinHour(Agent)).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public void Hour_Passes_IsForgottenAndTheDayIsNot()
    {
        var ledger = new RunLedger(time);
        ledger.Begin(Agent, "r1", time.GetUtcNow());
        ledger.End(Agent).ShouldBeTrue();
        time.Advance(TimeSpan.FromHours(1));

        (ledger.Active, ledger.BegunWithinHour(), ledger.BegunWithinHour(Agent), ledger.BegunWithinDay("agents")).ShouldBe((0, 0, 0, 1));
        time.Advance(TimeSpan.FromHours(23));
        ledger.BegunWithinDay("agents").ShouldBe(0);
    }

    [Fact]
    public void Finished_RunThatWasSeenToBegin_AddsItsTokensOnly()
    {
        var ledger = new RunLedger(time);
        ledger.Begin(Agent, "r1", time.GetUtcNow());
        ledger.Finished(Run("r1", time.GetUtcNow(), 700));

        (ledger.BegunWithinHour(), ledger.TokensWithinHour("agents")).ShouldBe((1, 700));
        time.Advance(TimeSpan.FromHours(1));
        ledger.TokensWithinHour("agents").ShouldBe(0);
    }

    [Fact]
    public void Finished_RunOfYesterday_CountsNothing()
    {
        var ledger = new RunLedger(time);
        ledger.Finished(Run("old", time.GetUtcNow().AddDays(-1), 700));

        (ledger.BegunWithinDay("agents"), ledger.TokensWithinHour("agents")).ShouldBe((0, 0));
    }

    private static RunHead Run(string name, DateTimeOffset at, long tokens) => new()
    {
        Metadata = new ObjectMeta { Namespace = Agent.Namespace, Name = name },
        Spec = new RunHeadSpec { AgentRef = Agent.Name, Trigger = RunTrigger.Scheduled },
        Status = new RunHeadStatus { Phase = RunPhase.Succeeded, StartTime = at, CompletionTime = at, Usage = new RunHeadUsage { TotalTokens = tokens } },
    };
}
