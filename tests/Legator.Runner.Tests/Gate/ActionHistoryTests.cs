using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Gate;

public sealed class ActionHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly RunKey Before = new("agents", "before");

    private readonly ListJournal _journal = new();

    [Fact]
    public async Task Others_IntentOfAnotherRun_Counts()
    {
        Judge(Before, 1, VerdictOutcome.Allow);
        (await OthersAsync()).ShouldBeEmpty();
        _journal.Add(Before, Noon, new ActionIntended(1, new ActionDigest("")));
        var past = (await OthersAsync()).ShouldHaveSingleItem();
        past.Verb.ShouldBe("restart");
        past.Target.ShouldBe("deployments.apps/web -n demo");
        past.At.ShouldBe(Noon);
    }

    [Fact]
    public async Task Others_ActionKnownNotExecuted_DoesNotCount()
    {
        Judge(Before, 1, VerdictOutcome.Allow);
        _journal.Add(Before, Noon, new ActionIntended(1, new ActionDigest("")));
        _journal.Add(Before, Noon, new ActionInterrupted(1, InterruptedOutcome.NotExecuted, ""));
        (await OthersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Others_ActionWhoseOutcomeIsUnknown_Counts()
    {
        Judge(Before, 1, VerdictOutcome.Allow);
        _journal.Add(Before, Noon, new ActionIntended(1, new ActionDigest("")));
        _journal.Add(Before, Noon, new ActionInterrupted(1, InterruptedOutcome.Unknown, ""));
        _journal.Add(Before, Noon, new RunFinished("Escalated", "OutcomeUnknown", ""));
        (await OthersAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Others_OwnRunAndOtherNamespaces_DoNotCount()
    {
        foreach (var run in new[] { Gates.Run, new RunKey("elsewhere", "x") })
        {
            Judge(run, 1, VerdictOutcome.Allow);
            _journal.Add(run, Noon, new ActionIntended(1, new ActionDigest("")));
        }

        (await OthersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Others_LongJournal_IsReadOnlyAsFarBackAsAsked()
    {
        foreach (var hours in Enumerable.Range(0, 1000).Reverse())
        {
            var run = new RunKey("agents", $"old-{hours}");
            Judge(run, 1, VerdictOutcome.Allow, Noon.AddHours(-hours));
            _journal.Add(run, Noon.AddHours(-hours), new ActionIntended(1, new ActionDigest("")));
        }

        var history = new ActionHistory(_journal);
        (await history.OthersAsync(Gates.Run, Noon.AddHours(-2), TestContext.Current.CancellationToken)).Count.ShouldBe(3);
        _journal.Read.ShouldBeLessThanOrEqualTo(10);
        (await history.OthersAsync(Gates.Run, Noon.AddHours(-1), TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        _journal.Read.ShouldBeLessThanOrEqualTo(10);
        (await history.OthersAsync(Gates.Run, Noon.AddHours(-100), TestContext.Current.CancellationToken)).Count.ShouldBe(101);
        _journal.Read.ShouldBeLessThanOrEqualTo(220);
    }

    private Task<PastActions> OthersAsync() =>
        new ActionHistory(_journal).OthersAsync(Gates.Run, Noon.AddHours(-1), TestContext.Current.CancellationToken);

    private void Judge(RunKey run, int seq, VerdictOutcome outcome, DateTimeOffset? at = null)
    {
        var action = new ProposedAction("kubernetes", "restart", new CanonicalTarget("deployments.apps/web -n demo"), RiskTier.ServiceMutation);
        var verdict = new Verdict { Outcome = outcome, Reason = GuardrailReason.Allowed, Message = "", Tier = RiskTier.ServiceMutation };
        _journal.Add(run, at ?? Noon, new ActionJudged(seq, "c", "kubectl.rollout", JsonSerializer.SerializeToElement(new { }), new ActionDigest(new string('0', 64)), [action], verdict));
    }
}
