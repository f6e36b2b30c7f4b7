using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Legator.Cli.Tests.Rehearsals;

public sealed class RehearseCommandTests : IDisposable
{
    private const string Sheet = "actions:\n- {id: look, tool: kubectl.get, tier: read}\n- {id: restart, tool: kubectl.rollout, tier: service-mutation}\n";
    private const string Look = "- call: {tool: kubectl.get, arguments: {resource: pods, namespace: demo}, answer: none}\n";
    private const string Restart = "- call: {tool: kubectl.rollout, arguments: {action: restart, resource: deployment, name: web, namespace: demo}, answer: done}\n";

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rehearse_AsExpected_SaysWhatIsAllowedAndExits0()
    {
        var run = await RunAsync($"turns:\n{Look}- report: fine\n");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("✅ allowed  kubectl.get  get pods/* -n demo  read");
        run.Out.ShouldContain("Coverage of the action sheet: 1 of 2 entries, 50 %");
        run.Lines[^1].ShouldBe("As expected: 1 scene played.");
    }

    [Fact]
    public async Task Rehearse_Deviation_SaysReasonAndRemedyAndExits1()
    {
        var run = await RunAsync($"turns:\n{Restart}- report: fine\n");

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("🚫 blocked  kubectl.rollout  restart deployments.apps/web -n demo  service-mutation");
        run.Out.ShouldContain("To change that: The agent's owner may raise autonomy to automate-safe.");
        run.Out.ShouldContain("NOT AS EXPECTED: for kubectl.rollout it expects allow");
    }

    [Fact]
    public async Task Rehearse_TooLittleCoverage_Exits1()
    {
        (await RunAsync($"turns:\n{Look}- report: fine\n", "--min-coverage", "50%")).ExitCode.ShouldBe(0);
        var run = await RunAsync($"turns:\n{Look}- report: fine\n", "--min-coverage", "51");
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("--min-coverage wants 51 %");
    }

    [Theory]
    [InlineData("turns:\n- call: {tool: t, answre: a}\n- report: b", "rehearsal.yaml:2: turns[0].call.answre: unknown field")]
    [InlineData("turns: [", "rehearsal.yaml:")]
    public async Task Rehearse_BadScript_NamesFileAndLineAndExits2(string rehearsal, string message)
    {
        var run = await RunAsync(rehearsal);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Rehearse_Fixtures_AnswerAndTheirMistakesAreNamed()
    {
        _folder.Write("skill/fixtures/pods.yaml", "answers:\n- {tool: kubectl.get, text: recorded}\n");
        (await RunAsync($"turns:\n{Look.Replace(", answer: none", ", as: pods")}- report: '${{pods.text}}'\n", "--report")).Out.ShouldContain("| recorded");

        _folder.Write("skill/fixtures/pods.yaml", "answers:\n- {tol: kubectl.get, text: recorded}\n");
        (await RunAsync("turns: [{report: a}]")).Error.ShouldContain("fixtures/pods.yaml:2: answers[0].tol: unknown field");
    }

    [Fact]
    public async Task Rehearse_WithAgent_HeedsItsGuardrails()
    {
        _folder.Write("agent.yaml", """
            apiVersion: legator.io/v1alpha1
            kind: LegatorAgent
            metadata: {name: careful, namespace: agents}
            spec:
              description: d
              schedule: {interval: 5m}
              model: {tier: fast}
              skills: [{name: skill, source: "configmap://skill"}]
              environmentRef: lab
              guardrails: {autonomy: automate-safe, deniedActions: ["kubectl.rollout *"]}
            """);
        var run = await RunAsync($"turns:\n{Restart}- report: fine\n", "--agent", "agent.yaml");

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("Agent: careful (agent.yaml)");
        run.Out.ShouldContain("DeniedAction");
    }

    [Fact]
    public async Task Rehearse_Json_HoldsEverything()
    {
        var json = JsonNode.Parse((await RunAsync($"turns:\n{Look}- report: fine\n", "-o", "json")).Out)!;

        json["good"]!.GetValue<bool>().ShouldBeTrue();
        json["scenes"]![0]!["calls"]![0]!["entries"]![0]!.ToString().ShouldBe("skill/look");
        json["coverage"]!["percent"]!.GetValue<int>().ShouldBe(50);
    }

    [Fact]
    public async Task Rehearse_Junit_FailsTheSceneThatDeviates()
    {
        var suite = XElement.Parse((await RunAsync($"turns:\n{Restart}- report: fine\nscenes: [{{name: as observer}}, {{name: as worker, autonomy: automate-safe}}]\n", "-o", "junit")).Out);

        suite.Elements("testcase").Select(test => (test.Attribute("name")!.Value, test.Element("failure") is not null))
            .ShouldBe([("as observer", true), ("as worker", false), ("coverage of the action sheet", false)]);
    }

    [Theory]
    [InlineData("maps.yaml", 2, "name the ConfigMap, as maps.yaml#NAME (there are: one, two)")]
    [InlineData("maps.yaml#two", 0, "Rehearsal of second")]
    [InlineData("maps.yaml#three", 2, "(there are: one, two)")]
    public async Task Rehearse_ConfigMap_IsFoundByItsName(string place, int code, string told)
    {
        static string Map(string name, string skill) => $"kind: ConfigMap\nmetadata: {{name: {name}}}\ndata:\n  SKILL.md: \"---\\nname: {skill}\\n---\\nDo it.\"\n  rehearsal.yaml: 'turns: [{{report: fine}}]'\n";
        _folder.Write("maps.yaml", $"{Map("one", "first")}---\n{Map("two", "second")}");
        var run = await _folder.RunAsync("rehearse", place);

        run.ExitCode.ShouldBe(code, run.Error);
        (run.Out + run.Error).ShouldContain(told);
    }

    [Fact]
    public async Task Rehearse_Nothing_SaysWhatThereIs()
    {
        var run = await _folder.RunAsync("rehearse", "no-such-skill");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("hello-world");
    }

    private Task<CommandLineRun> RunAsync(string rehearsal, params string[] more)
    {
        _folder.Write("skill/SKILL.md", "---\nname: skill\ndescription: d\nversion: 1.0.0\n---\nDo it.");
        _folder.Write("skill/actions.yaml", Sheet);
        _folder.Write("skill/rehearsal.yaml", rehearsal);
        return _folder.RunAsync(["rehearse", "skill", .. more]);
    }
}
