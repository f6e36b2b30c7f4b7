using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;

namespace Legator.Cli.Tests;

/// <summary>The real executable against a started API; the test plays Operator and Runner.</summary>
public sealed class RunCommandTests(StartedWeb web) : IClassFixture<StartedWeb>
{
    [Fact]
    public async Task RunsLogs_FinishedRun_ShowsEveryActionWithItsReason()
    {
        await FinishedAsync("told");
        var run = await web.LegatorAsync("runs", "logs", "told");
        run.Lines.ShouldBe(
        [
            "Run: told",
            "Agent: watchman | Phase: Succeeded | Trigger: manual",
            "Model: scripted/shop (scripted rehearsal; no model was asked)",
            "Task: Look at <b>everything</b> | Target: all",
            "Iterations: 4 | Tokens: 9830 | Duration: 39.3s",
            "Autonomy: observe | Budget: 4/10 iterations, 50000 token budget",
            "",
            "Actions (2):",
            "  1. ✅ kubectl.get deployments.apps -n shop",
            "  2. 🚫 kubectl.delete pods/cart-0 -n shop",
            "        blocked (destructive-mutation): AutonomyExceeded — It needs automate-destructive.",
            "",
            "Report:",
            "  web 3/3",
            "  cart 1/2␛[31m",
        ]);
    }

    [Fact]
    public async Task RunsWatch_RunUnderWay_EndsWithIt()
    {
        var key = await web.Samples.RunAsync("watched");
        var journal = await new SampleJournal(web.Journal, key).StartAsync();
        var watching = web.LegatorAsync("runs", "watch", "watched");
        await (await journal.ActAsync()).FinishAsync();

        var run = await watching;

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("🚫 2. kubectl.delete pods/cart-0 -n shop — AutonomyExceeded");
        run.Lines[^1].ShouldEndWith("Succeeded: The report is written; one action was blocked.");
    }

    [Theory]
    [InlineData(RunPhase.Succeeded, 0)]
    [InlineData(RunPhase.Escalated, 0)]
    [InlineData(RunPhase.Blocked, 0)]
    [InlineData(RunPhase.Failed, 1)]
    public async Task RunWait_RunEnds_ExitCodeSaysHow(RunPhase phase, int expected)
    {
        var agent = $"waited-{phase.ToString().ToLowerInvariant()}";
        await web.Samples.AgentAsync(agent);
        var waiting = web.LegatorAsync("run", agent, "--task", "Look", "--wait", "--timeout", "30s");
        await PlayOperatorAsync(agent, phase);

        var run = await waiting;

        run.ExitCode.ShouldBe(expected, run.Out + run.Error);
        run.Out.ShouldContain($"Phase: {phase}");
    }

    [Fact]
    public async Task RunWait_NobodyTakesItUp_GivesUpAndSaysThatItGoesOn()
    {
        await web.Samples.AgentAsync("lonely");
        var run = await web.LegatorAsync("run", "lonely", "--wait", "--timeout", "1s");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("legator status");
    }

    [Fact]
    public async Task Run_WrongToken_SaysWhereTheRightOneIs()
    {
        var run = await CommandLineRun.OfAsync("status", "--api-url", web.Url.ToString(), "--token", "wrong");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("<data-dir>/token");
    }

    [Fact]
    public async Task DataDirectory_OfALocalLegator_IsFoundInTheCurrentFolder()
    {
        using var folder = new TemporaryDirectory();
        var data = Directory.CreateDirectory(folder.File(".legator"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "api-url"), web.Url + "\n");
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "token"), StartedWeb.Token + "\n");

        var run = await CommandLineRun.OfAsync(new Dictionary<string, string> { ["PWD"] = folder.Path }, "runs", "list", "-n", "nothing");

        run.Out.ShouldBe("No runs. Start one: legator run <agent>\n", run.Error);
    }

    private async Task FinishedAsync(string name) => await web.Samples.RunAsync(name, status: new LegatorRunStatus
    {
        Phase = RunPhase.Succeeded,
        Usage = new UsageSummary { TotalTokens = 9830, Iterations = 4, WallClockMs = 39_300 },
        Guardrails = new GuardrailSummary { AutonomyCeiling = "observe", BudgetUsed = new BudgetUsage { IterationsUsed = 4, MaxIterations = 10, TokenBudget = 50_000 } },
        Report = "web 3/3\ncart 1/2\u001b[31m",
        Actions =
        [
            Action(1, "kubectl.get", "deployments.apps -n shop", Core.Actions.RiskTier.Read, ActionStatus.Executed),
            Action(2, "kubectl.delete", "pods/cart-0 -n shop", Core.Actions.RiskTier.DestructiveMutation, ActionStatus.Blocked) with
            {
                Reason = "AutonomyExceeded",
                Message = "It needs automate-destructive.",
            },
        ],
    });

    private static ActionRecord Action(int seq, string tool, string target, Core.Actions.RiskTier tier, ActionStatus status) =>
        new() { Seq = seq, Timestamp = DateTimeOffset.UnixEpoch, Tool = tool, Target = target, Tier = tier, Status = status };

    private async Task PlayOperatorAsync(string agent, RunPhase phase)
    {
        var asked = await Eventually.BecomesAsync(
            $"a run of {agent} is requested",
            () => web.Cluster<LegatorAgent>().GetAsync(web.Namespace, agent, CancellationToken.None),
            a => a?.Metadata.Annotation(LegatorApi.RunNowAnnotation) is not null);
        var name = RunNames.ForRequest(new AgentKey(web.Namespace, agent), asked!.Metadata.Annotation(LegatorApi.RunNowAnnotation)!);
        var key = await web.Samples.RunAsync(name, agent);
        await (await new SampleJournal(web.Journal, key).StartAsync()).FinishAsync(phase.ToString());
        await web.Samples.StatusAsync(name, new LegatorRunStatus { Phase = phase });
    }
}
