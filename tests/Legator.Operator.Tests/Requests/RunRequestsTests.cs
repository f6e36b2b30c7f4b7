using System.Text.Json.Nodes;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Operator.Requests;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Requests;

/// <summary>The annotation run-now makes exactly one run, wherever an operator dies on the way.</summary>
public abstract class RunRequestsTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task True_WithTaskAndTarget_MakesOneRunThatCarriesBoth()
    {
        await CreateAsync(Idle());
        await using var @operator = await StartAsync();
        await AskAsync("true", "look at web", "deployment/web -n demo");
        var run = (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0];
        (run.Spec.Trigger, run.Spec.Task, run.Spec.Target).ShouldBe((RunTrigger.Manual, "look at web", "deployment/web -n demo"));
        RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Task.ShouldBe("look at web");
        await AnnotationsGoneAsync();
        (await RunsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nonce_AskedTwice_MakesOneRun()
    {
        await CreateAsync(Idle());
        await using var @operator = await StartAsync();
        await AskAsync("ticket-42");
        await RunsBecomeAsync("a run", runs => runs.Count == 1);
        await AnnotationsGoneAsync();
        await AskAsync("ticket-42");
        await AnnotationsGoneAsync();
        var run = (await RunsAsync()).ShouldHaveSingleItem();
        run.Metadata.Name.ShouldBe(RunNames.ForRequest(new AgentKey(Namespace, "web"), "ticket-42"));
    }

    [Fact]
    public async Task True_AskedTwice_MakesTwoRunsThatTakeTurns()
    {
        await CreateAsync(Idle());
        await using var @operator = await StartAsync();
        await AskAsync("true");
        await AnnotationsGoneAsync();
        await AskAsync("true");
        await RunsBecomeAsync("two runs", runs => runs.Count == 2);
        (await @operator.Queue.CountAsync(default)).ShouldBe(1);
        await using var runner = new PlayedRunner(@operator.Queue, @operator.Journal);
        await AgentBecomesAsync("both counted", "web", agent => agent.Status?.RunCount == 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task OperatorDiesAfterAStep_NextStart_MakesExactlyOneRun(int steps)
    {
        var agent = await CreateAsync(Idle());
        var asked = await AskAsync("true");
        var nonce = RunRequest.Nonce(asked.Metadata);
        if (steps >= 2)
        {
            await AskAsync(nonce);
        }

        if (steps >= 3)
        {
            var name = RunNames.ForRequest(new AgentKey(Namespace, "web"), nonce);
            await Cluster.Client<LegatorRun>().CreateAsync(
                new LegatorRun
                {
                    Metadata = new ObjectMeta { Name = name, Namespace = Namespace },
                    Spec = new LegatorRunSpec { AgentRef = "web", EnvironmentRef = "home", Trigger = RunTrigger.Manual, RequestId = nonce },
                },
                default);
        }

        await using var @operator = await StartAsync();
        await AnnotationsGoneAsync();
        (await RunsAsync()).ShouldHaveSingleItem().Spec.RequestId.ShouldBe(nonce);
        agent.Metadata.Generation.ShouldBe((await AgentAsync("web")).Metadata.Generation);
    }

    [Fact]
    public async Task PausedAgent_Asked_RunsBecauseAPersonAsked()
    {
        await CreateAsync(Idle() with { Spec = Idle().Spec with { Paused = true, Schedule = new ScheduleSpec { Interval = "1s" } } });
        await using var @operator = await StartAsync();
        await AgentBecomesAsync("a paused agent", "web", agent => agent.Status?.Phase == AgentPhase.Paused);
        await AskAsync("true");
        var runs = await RunsBecomeAsync("a run", runs => runs.Count > 0);
        runs.ShouldHaveSingleItem().Spec.Trigger.ShouldBe(RunTrigger.Manual);
    }

    [Fact]
    public async Task BrokenAgent_Asked_GetsARunThatSaysWhatIsMissing()
    {
        await CreateAsync(Idle() with { Spec = Idle().Spec with { EnvironmentRef = "nowhere" } });
        await using var @operator = await StartAsync();
        await AskAsync("true");
        var run = (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0];
        run.Spec.Problem!.ShouldContain("there is no LegatorEnvironment 'nowhere'");
        run.Spec.Snapshot.ShouldBeNull();
    }

    [Theory]
    [InlineData("nothing-of-that-name", "There is no run 'nothing-of-that-name'")]
    [InlineData("web-1#three", "write the name of a run, or NAME#3,5")]
    public async Task Undo_OfWhatCannotBeUndone_GetsARunThatSaysWhy(string undo, string problem)
    {
        await CreateAsync(Idle());
        await using var @operator = await StartAsync();
        await AskAsync("true", undo: undo);
        var run = (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0];
        run.Spec.Problem!.ShouldContain(problem);
        run.Spec.Snapshot.ShouldBeNull();
        await AnnotationsGoneAsync();
    }

    [Fact]
    public async Task Undo_OfARunOnAnotherEnvironment_GetsARunThatSaysWhy()
    {
        await CreateAsync(Idle());
        var other = new LegatorRun
        {
            Metadata = new ObjectMeta { Name = "web-elsewhere", Namespace = Namespace },
            Spec = new LegatorRunSpec { AgentRef = "web", EnvironmentRef = "elsewhere", Trigger = RunTrigger.Manual },
        };
        await Cluster.Client<LegatorRun>().CreateAsync(other, default);
        await using var @operator = await StartAsync();
        await AskAsync("true", undo: "web-elsewhere");
        var runs = await RunsBecomeAsync("a run besides", found => found.Count == 2);
        runs.Single(r => r.Metadata.Name != "web-elsewhere").Spec.Problem!.ShouldContain("worked on environment 'elsewhere'");
    }

    private LegatorAgent Idle()
    {
        var agent = Samples.Agent(Namespace, "web");
        return agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec() } };
    }

    private Task<LegatorAgent> AskAsync(string value, string? task = null, string? target = null, string? undo = null) => Cluster.Client<LegatorAgent>().PatchAsync(
        Namespace,
        "web",
        new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["annotations"] = new JsonObject
                {
                    [LegatorApi.RunNowAnnotation] = value,
                    [LegatorApi.TaskAnnotation] = task,
                    [LegatorApi.TargetAnnotation] = target,
                    [LegatorApi.UndoAnnotation] = undo,
                },
            },
        },
        default);

    private Task AnnotationsGoneAsync() => AgentBecomesAsync("no annotations left", "web", agent =>
        new[] { LegatorApi.RunNowAnnotation, LegatorApi.TaskAnnotation, LegatorApi.TargetAnnotation, LegatorApi.UndoAnnotation }.All(name => agent.Metadata.Annotation(name) is null));
}
