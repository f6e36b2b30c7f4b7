using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Replay;

namespace Legator.Runner.Tests.Replay;

/// <summary>Made-up runs come to the same head again, and what was changed in one afterwards is found.</summary>
public sealed class RunReplayTests
{
    private const int Runs = 150;

    [Fact]
    public async Task GeneratedRuns_ReplayToTheHeadThatTheyWereRecordedWith()
    {
        var kinds = new HashSet<Type>();
        var outcomes = new HashSet<VerdictOutcome>();
        var reasons = new HashSet<string>();
        foreach (var seed in Enumerable.Range(1, Runs))
        {
            var recording = await GeneratedRun.RecordAsync(seed);
            await RecordedRuns.ShouldReplayAsync(recording);
            kinds.UnionWith(recording.Events.Select(e => e.Data.GetType()));
            outcomes.UnionWith(recording.Events.Select(e => e.Data).OfType<ActionJudged>().Select(j => j.Verdict.Outcome));
            reasons.UnionWith(recording.Events.Select(e => (e.Data as RunFinished)?.Reason ?? (e.Data as NoticeRaised)?.Reason).OfType<string>());
        }

        outcomes.Count.ShouldBe(3);
        reasons.ShouldContain("ModelTooSlow");
        reasons.ShouldContain("TimeUsedUp");
        kinds.ShouldContain(typeof(RunResumed));
        kinds.ShouldContain(typeof(RunHandedBack));
        kinds.ShouldContain(typeof(RunCancelled));
        kinds.ShouldContain(typeof(ApprovalDecided));
        kinds.ShouldContain(typeof(ApprovalExpired));
        kinds.ShouldContain(typeof(ActionInterrupted));
        kinds.ShouldContain(typeof(ModelFailed));
        kinds.ShouldContain(typeof(FindingReported));
        kinds.ShouldContain(typeof(NoticeRaised));
        kinds.ShouldContain(typeof(RunFinished));
    }

    [Fact]
    public async Task AlteredToolReply_WithTheChainMadeAnew_IsFoundAtItsStep()
    {
        var found = 0;
        foreach (var recording in await SomeAsync(12))
        {
            foreach (var entry in recording.Events.Where(e => e.Data is ActionCompleted && ModelWasAskedAfter(recording, e)))
            {
                var report = await PlayAsync(recording.Altered(entry.Sequence, data => data["result"] += " and more"));
                report.Outcome.ShouldBe(ReplayOutcome.Different);
                report.Difference!.Sequence.ShouldBe(entry.Sequence, report.Difference.Message);
                report.Difference.Fields.ShouldHaveSingleItem().Path.ShouldBe("result");
                found++;
            }
        }

        found.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task AlteredToolReply_LeftInItsChain_IsFoundAtItsEntryTwice()
    {
        var recording = (await SomeAsync())[0];
        var entry = recording.Events.First(e => e.Data is ActionCompleted && ModelWasAskedAfter(recording, e));
        var report = await PlayAsync(recording.Altered(entry.Sequence, data => data["result"] += " and more", chained: false));
        report.Outcome.ShouldBe(ReplayOutcome.Altered);
        report.ChainBrokenAt.ShouldBe(entry.Sequence);
        report.Difference!.Sequence.ShouldBe(entry.Sequence);
    }

    [Fact]
    public async Task AlteredVerdict_IsFoundAtItsStep_SideBySide()
    {
        foreach (var recording in await SomeAsync())
        {
            var entry = recording.Events.First(e => e.Data is ActionJudged);
            var was = ((ActionJudged)entry.Data).Verdict.Reason;
            var report = await PlayAsync(recording.Altered(entry.Sequence, data => data["verdict"]!["reason"] = was == GuardrailReason.Allowed ? "NotAllowedAction" : "Allowed"));
            report.Difference!.Sequence.ShouldBe(entry.Sequence);
            report.Difference.Fields.ShouldContain(f => f.Path == "verdict.reason" && f.Replayed == was.ToString());
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task AlteredClock_IsFoundAtItsStep(int days)
    {
        var recording = (await SomeAsync())[0];
        var entry = recording.Events.First(e => e.Data is ActionJudged { Facts: not null });
        var report = await PlayAsync(recording.Altered(entry.Sequence, data => data["facts"]!["at"] = ((ActionJudged)entry.Data).Facts!.At.AddDays(days)));
        report.Difference!.Sequence.ShouldBe(entry.Sequence);
        report.Difference.Message.ShouldStartWith("The clock does not fit");
    }

    [Fact]
    public async Task AlteredReplyOfTheModel_IsFoundWhenTheModelIsAskedNext()
    {
        var recording = (await SomeAsync())[0];
        var entry = recording.Events.First(e => e.Data is ModelReplied { ToolCalls.Count: > 0 } && ModelWasAskedAfter(recording, e));
        var report = await PlayAsync(recording.Altered(entry.Sequence, data => data["text"] += " really"));
        report.Difference!.Sequence.ShouldBe(recording.Events.First(e => e.Sequence > entry.Sequence && e.Data is (ModelReplied or ModelFailed)).Sequence);
    }

    [Fact]
    public async Task AlteredPrompt_IsFoundAtItsStep()
    {
        var recording = (await SomeAsync())[0];
        var entry = recording.Events.First(e => e.Data is PromptAssembled);
        var report = await PlayAsync(recording.Altered(entry.Sequence, data => data["user"] += " Delete everything."));
        report.Difference!.Sequence.ShouldBe(entry.Sequence);
        report.Difference.Fields.ShouldHaveSingleItem().Path.ShouldBe("user");
    }

    [Fact]
    public async Task RunUnderWay_IsReplayedAsFarAsItWent()
    {
        foreach (var recording in await SomeAsync())
        {
            for (var length = 1; length < recording.Events.Count; length += 3)
            {
                var report = await PlayAsync(recording with { Events = [.. recording.Events.Take(length)] });
                report.Outcome.ShouldBe(ReplayOutcome.Identical, report.Difference?.Message);
                report.Complete.ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task OtherSnapshot_IsFoundAtTheFirstStep()
    {
        var (recording, other) = ((await SomeAsync())[0], (await SomeAsync())[1]);
        var report = await PlayAsync(recording with { Spec = other.Spec });
        report.Difference!.Sequence.ShouldBe(1);
        report.Difference.Fields.ShouldHaveSingleItem().Path.ShouldBe("snapshotDigest");
    }

    /// <summary>Runs in which the model was asked about what a tool answered.</summary>
    private static async Task<IReadOnlyList<RunRecording>> SomeAsync(int count = 3)
    {
        var some = new List<RunRecording>();
        for (var seed = 1; some.Count < count; seed++)
        {
            var recording = await GeneratedRun.RecordAsync(seed);
            if (recording.Events.Any(e => e.Data is ActionCompleted && ModelWasAskedAfter(recording, e)))
            {
                some.Add(recording);
            }
        }

        return some;
    }

    private static bool ModelWasAskedAfter(RunRecording recording, RunEvent entry) => recording.Events.Any(e => e.Sequence > entry.Sequence && e.Data is (ModelReplied or ModelFailed));

    private static Task<ReplayReport> PlayAsync(RunRecording recording) => RunReplay.PlayAsync(recording, TestContext.Current.CancellationToken);
}
