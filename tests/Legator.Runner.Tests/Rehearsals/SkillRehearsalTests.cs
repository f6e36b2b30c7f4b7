using System.Text.Json;
using Legator.Core;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Skills;
using Legator.Runner.Rehearsals;

namespace Legator.Runner.Tests.Rehearsals;

public sealed class SkillRehearsalTests
{
    private const string Sheet = """
        actions:
          - {id: look, tool: kubectl.get, tier: read}
          - {id: restart, tool: kubectl.rollout, targetPattern: restart deployment/*, tier: service-mutation, cooldown: 1h}
          - {id: scale, tool: kubectl.scale, tier: service-mutation, preConditions: ["spec.replicas >= 2"]}
          - {id: remove, tool: kubectl.delete, targetPattern: pod/*, tier: destructive-mutation}
        """;

    private const string Restart = "call: {tool: kubectl.rollout, arguments: {action: restart, resource: deployment, name: web, namespace: demo}, as: it, answer: restarted}";

    [Fact]
    public async Task Play_Look_IsAllowedAndAnswered()
    {
        var scene = await SceneAsync("""
            turns:
            - call: {tool: kubectl.get, arguments: {resource: pods, namespace: demo}, as: pods, take: {running: {lines: Running}}, answer: "web-1 Running\nweb-2 Running"}
            - report: "${pods.running} run"
            """);

        scene.Calls.Single().Verdict.ShouldBe(VerdictOutcome.Allow);
        scene.Report.ShouldBe("2 run");
        scene.Deviations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Play_MutationOfAnObserver_IsRefusedWithReasonAndRemedy()
    {
        var scene = await SceneAsync($"turns:\n- {Restart}\n- report: \"${{it.reason}}\"");

        var call = scene.Calls.Single();
        (call.Verdict, call.Reason, call.Executed).ShouldBe((VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded, false));
        call.Remedy.ShouldNotBeNull().ShouldContain("automate-safe");
        scene.Deviations.ShouldHaveSingleItem().ShouldContain("it expects allow, and the gate answered deny (AutonomyExceeded)");
    }

    [Theory]
    [InlineData("approve", "restarted", "allow")]
    [InlineData("deny", "said no", "deny")]
    [InlineData("nobody", "nobody", "deny")]
    public async Task Play_QuestionToAPerson_IsAnsweredAsTheSceneSays(string approvals, string text, string verdict)
    {
        var scene = await SceneAsync($"turns:\n- {Restart.Replace(", answer", ", expect: {verdict: needs-approval}, answer")}\n- report: \"${{it.verdict}} ${{it.text}}\"\nscenes:\n- {{name: a, autonomy: automate-safe, approvalMode: every-action, approvals: {approvals}}}");

        scene.Calls.Single().Verdict.ShouldBe(VerdictOutcome.NeedsApproval);
        scene.Deviations.ShouldBeEmpty();
        scene.Report.ShouldStartWith(verdict);
        scene.Report.ToLowerInvariant().ShouldContain(text == "said no" ? "a person" : text);
    }

    [Fact]
    public async Task Play_SameTargetTwice_IsInItsCooldown()
    {
        var scene = await SceneAsync($"turns:\n- {Restart}\n- {Restart.Replace("as: it", "as: again, expect: {verdict: deny, reason: CooldownActive}")}\n- report: done\nscenes: [{{name: a, autonomy: automate-safe}}]");

        scene.Deviations.ShouldBeEmpty();
        scene.Calls.Select(call => call.Reason).ShouldBe([GuardrailReason.Allowed, GuardrailReason.CooldownActive]);
    }

    [Theory]
    [InlineData(3, VerdictOutcome.Allow)]
    [InlineData(1, VerdictOutcome.Deny)]
    public async Task Play_PreCondition_ReadsTheWrittenObject(int replicas, VerdictOutcome verdict)
    {
        var scene = await SceneAsync($$"""
            turns:
            - call: {tool: kubectl.scale, arguments: {resource: deployment, name: web, namespace: demo, replicas: 1}, answer: {text: scaled, object: {spec: {replicas: {{replicas}} } } } }
            - report: done
            scenes: [{name: a, autonomy: automate-safe}]
            """);

        scene.Calls.Single().Verdict.ShouldBe(verdict, scene.Calls.Single().Message);
    }

    [Theory]
    [InlineData("[]", VerdictOutcome.Allow)]
    [InlineData("[{status: {containerStatuses: [{restartCount: 1, state: {running: {startedAt: 2026-01-01T08:55:00Z}}}]}}]", VerdictOutcome.Deny)]
    public async Task Play_PreConditionOnPods_ReadsThoseWrittenDown(string pods, VerdictOutcome verdict)
    {
        var scene = await SceneAsync(
            $"turns:\n- {Restart.Replace("answer: restarted", $"answer: {{text: restarted, object: {{}}, pods: {pods}}}")}\n- report: done\nscenes: [{{name: a, autonomy: automate-safe}}]",
            Sheet.Replace("cooldown: 1h", "preConditions: [no restart in 30m]").Replace("tool: kubectl.get", "tool: kubectl.*"));

        scene.Calls.Single().Verdict.ShouldBe(verdict, scene.Calls.Single().Message);
    }

    [Fact]
    public async Task Play_SeveralAnswers_AreGivenInOrderAndTheLastAgain()
    {
        var scene = await SceneAsync("""
            turns:
            - call:
              - {tool: kubectl.get, arguments: {resource: pods, namespace: demo}, as: a}
              - {tool: kubectl.get, arguments: {resource: pods, namespace: demo}, as: b}
              - {tool: kubectl.get, arguments: {resource: pods, namespace: demo}, as: c}
              - {tool: kubectl.get, arguments: {resource: services, namespace: demo}, as: d}
              - {tool: kubectl.get, arguments: {resource: configmaps, namespace: demo}, as: e}
            - report: "${a.text} ${b.text} ${c.text} ${d.text} ${e.failed}"
            answers:
            - {tool: kubectl.get, arguments: {resource: pods}, text: one}
            - {tool: kubectl.get, arguments: {resource: pods, namespace: "d*"}, text: two}
            - {tool: kubectl.get, arguments: {resource: "serv*"}, text: three}
            """);

        scene.Report.ShouldBe("one two two three true");
        scene.Calls[4].Unanswered.ShouldBeTrue();
    }

    [Fact]
    public async Task Play_ArgumentsThatTheToolDoesNotTake_AreRefused()
    {
        var scene = await SceneAsync("turns:\n- call: {tool: kubectl.get, arguments: {resource: pods, namespce: demo}, answer: a, expect: {verdict: deny, reason: InvalidArguments}}\n- report: done");

        scene.Deviations.ShouldBeEmpty();
        scene.Calls.Single().Message.ShouldContain("namespce");
    }

    [Fact]
    public async Task Play_Notes_AreRememberedInTheScene()
    {
        var rehearsal = "turns:\n- call: {tool: state.set, arguments: {key: k, value: v}}\n- call: {tool: state.get, arguments: {key: k}, as: it, take: {value: {json: value}}}\n- report: \"${it.value}\"";

        (await SceneAsync(rehearsal, Sheet + "\n  - {id: note, tool: state.*, tier: read}")).Report.ShouldBe("v");
    }

    [Fact]
    public async Task Play_SceneExpectations_AreHeldAgainstTheRun()
    {
        var scene = await SceneAsync("turns: [{report: all is well}]\nscenes: [{name: a, phase: Escalated, report: 'not well'}]");

        scene.Deviations.ShouldBe(["the run was to end as Escalated, and ended as Succeeded", "the report was to hold a match of 'not well', and holds none"]);
    }

    [Fact]
    public async Task Play_WithAgent_LeavesOutScenesOfOtherAutonomy()
    {
        var skill = Skill("turns: [{report: a}]\nscenes: [{name: a, autonomy: observe}, {name: b, autonomy: automate-safe}, {name: c}]", Sheet);
        var report = await SkillRehearsal.PlayAsync(new RehearsalCast(skill) { Agent = Agent(AutonomyLevel.AutomateSafe) }, TestContext.Current.CancellationToken);

        report.Scenes.Select(scene => scene.LeftOut is null).ShouldBe([false, true, true]);
        report.Scenes[2].Autonomy.ShouldBe(AutonomyLevel.AutomateSafe);
    }

    [Fact]
    public async Task Play_Coverage_CountsAllowedAskedAndRefused()
    {
        var script = $"turns:\n- {Restart.Replace(", answer", ", expect: {verdict: deny}, answer")}\n- call: {{tool: kubectl.delete, arguments: {{resource: pod, name: web-1, namespace: demo}}, expect: {{verdict: deny}}}}\n- report: a";
        var report = await PlayAsync(script, Sheet);

        report.Coverage.Select(entry => (entry.Id, entry.Calls, entry.Refused)).ShouldBe([("look", 0, 0), ("restart", 1, 1), ("scale", 0, 0), ("remove", 1, 1)]);
        report.Percent.ShouldBe(50);
    }

    [Fact]
    public async Task Play_Twice_GivesTheSame()
    {
        var script = $"turns:\n- {Restart}\n- report: \"${{it.text}}\"\nscenes: [{{name: a, autonomy: automate-safe, approvalMode: every-action}}]";

        JsonSerializer.Serialize(await PlayAsync(script, Sheet), LegatorJson.Options).ShouldBe(JsonSerializer.Serialize(await PlayAsync(script, Sheet), LegatorJson.Options));
    }

    private static async Task<PlayedScene> SceneAsync(string rehearsal, string sheet = Sheet) => (await PlayAsync(rehearsal, sheet)).Scenes[0];

    private static Task<RehearsalReport> PlayAsync(string rehearsal, string sheet) =>
        SkillRehearsal.PlayAsync(new RehearsalCast(Skill(rehearsal, sheet)), TestContext.Current.CancellationToken);

    private static Skill Skill(string rehearsal, string sheet)
    {
        var reading = SkillReader.Read(new SkillRef { Name = "s", Source = "bundled" }, new SkillFiles("Do your task.", sheet, rehearsal));
        return reading.Skill.ShouldNotBeNull(string.Join("\n", reading.Problems));
    }

    private static LegatorAgent Agent(AutonomyLevel autonomy) => new()
    {
        Metadata = new() { Name = "a", Namespace = "agents" },
        Spec = new LegatorAgentSpec
        {
            Description = "d",
            Schedule = new ScheduleSpec(),
            Model = new ModelSpec(),
            Skills = [new SkillRef { Name = "s", Source = "bundled" }],
            Guardrails = new GuardrailsSpec { Autonomy = autonomy },
            EnvironmentRef = "lab",
        },
    };
}
