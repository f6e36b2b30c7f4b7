using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Skills;

namespace Legator.Core.Tests.Skills;

public sealed class RehearsalPlayerTests
{
    internal const string Script = """
        turns:
        - say: Looking at ${run.environment}.
          call:
          - tool: kubectl.get
            arguments: {resource: pods, namespace: demo}
            as: pods
            take:
              count: {lines: "^- "}
              first: {regex: "^- demo/(\\S+)"}
          - tool: http.get
            each: endpoints
            arguments: {url: "${each.url}"}
            as: probe
            take:
              status: {json: status}
        - when: {task: "*delete*"}
          call: {tool: kubectl.delete, arguments: {name: "${pods.first}", retries: 3}, as: tried, expect: {verdict: deny, reason: AutonomyExceeded}}
        - when: {task: "*delete*"}
          report: "Refused: ${tried.reason}."
        - report: |
            ${pods.count} pods, first ${pods.first|none}.
            ${probe.status}
          findings:
          - when: {value: "${probe.status}", matchesNot: "^- a: Healthy"}
            severity: warning
            resource: endpoint/a
            message: is ${probe.status}
        """;

    private static readonly RehearsalFacts Facts = new()
    {
        Agent = "hello",
        Namespace = "agents",
        Environment = "local",
        Trigger = RunTrigger.Scheduled,
        Endpoints = new Dictionary<string, string> { ["a"] = "http://a/h", ["b"] = "http://b/h" },
    };

    private static readonly RehearsalOutcome Pods = Allowed("2 pods\n- demo/web-1 (Running)\n- demo/web-2 (Running)\n");

    [Fact]
    public void Player_AtStart_SaysAndCallsWithFactsFilledIn()
    {
        var step = Player(Facts).Next([]);

        step.Text.ShouldBe("Looking at local.");
        step.Calls.Select(call => call.Arguments.GetRawText()).ShouldBe(
            ["""{"resource":"pods","namespace":"demo"}""", """{"url":"http://a/h"}""", """{"url":"http://b/h"}"""]);
    }

    [Fact]
    public void Player_WithResults_ReportsValuesTakenFromThem()
    {
        var step = Player(Facts).Next([Pods, Allowed("HTTP 200 OK\n\n{\"status\":\"Healthy\"}"), Allowed("HTTP 500\n\nno")]);

        step.Calls.ShouldBeEmpty();
        step.Text.ShouldBe("2 pods, first web-1.\n- a: Healthy\n- b: (no value)");
    }

    [Fact]
    public void Finding_WhoseGuardHolds_BecomesALine()
    {
        Player(Facts).Next([Pods, Allowed("{\"status\":\"Ill\"}"), Allowed("no")]).Text
            .ShouldEndWith("WARNING: endpoint/a: is - a: Ill; - b: (no value)");
    }

    [Fact]
    public void Value_OfSeveralLines_IsIndentedBelowItsItem()
    {
        Player(Facts).Next([Pods, Allowed("{\"status\":\"a\\nb\"}"), Allowed("{\"status\":\"c\"}")]).Text.ShouldContain("- a:\n  a\n  b\n- b: c");
    }

    [Fact]
    public void Player_WithTask_TakesTheGuardedTurns()
    {
        var player = Player(Facts with { Task = "Please DELETE it" });

        player.Next([Pods, Pods, Pods]).Calls.ShouldHaveSingleItem().Arguments.GetRawText().ShouldBe("""{"name":"web-1","retries":3}""");
        player.Next([Pods, Pods, Pods, new RehearsalOutcome(VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded, "no")]).Text.ShouldBe("Refused: AutonomyExceeded.");
    }

    [Fact]
    public void Player_GateAnswersOtherwise_StopsAndSaysSo()
    {
        var step = Player(Facts).Next([new RehearsalOutcome(VerdictOutcome.Deny, GuardrailReason.UndeclaredAction, "not declared"), Pods, Pods]);

        step.Calls.ShouldBeEmpty();
        step.Text.ShouldContain("it expects allow, and the gate answered deny (UndeclaredAction): not declared");
        step.Text.ShouldContain("\nCRITICAL: ");
    }

    [Fact]
    public void Player_ThatMustReport_SkipsCallsThatAreLeft()
    {
        Player(Facts).Next([], mustReport: true).Text.ShouldBe("Looking at local.\n(no value) pods, first none.\n(no value)\n\nWARNING: endpoint/a: is (no value)");
    }

    private static RehearsalOutcome Allowed(string text) => new(VerdictOutcome.Allow, GuardrailReason.Allowed, text);

    private static RehearsalPlayer Player(RehearsalFacts facts) =>
        new(SkillReader.Read(new SkillRef { Name = "s", Source = "bundled" }, new SkillFiles("Do.", "actions: []", Script)).Skill!.Rehearsal!, facts);
}
