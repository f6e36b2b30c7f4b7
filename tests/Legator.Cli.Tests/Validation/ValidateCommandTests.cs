using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Legator.Cli.Tests.Validation;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Agent = """
        apiVersion: legator.io/v1alpha1
        kind: LegatorAgent
        metadata: {name: watch, namespace: agents}
        spec:
          description: d
          schedule: {interval: 5m}
          model: {tier: fast}
          skills:
          - {name: hello-world, source: bundled}
          guardrails:
            autonomy: observe
          environmentRef: lab
        """;

    private const string Lab = """
        apiVersion: legator.io/v1alpha1
        kind: LegatorEnvironment
        metadata: {name: lab, namespace: agents}
        spec:
          endpoints:
            web: {url: "https://example.com"}
        """;

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Validate_SoundFiles_Exits0()
    {
        var run = await RunAsync(Agent, Lab);

        run.ExitCode.ShouldBe(0, run.Out);
        run.Lines[^1].ShouldBe("2 files, 2 objects of Legator's: no errors, 0 warnings.");
    }

    [Theory]
    [InlineData("autonomy: observe", "autonmy: observe", "a.yaml:11: error: spec.guardrails.autonmy: there is no such field: did you mean autonomy? [LegatorAgent agents/watch]")]
    [InlineData("tier: fast", "tier: huge", "a.yaml:7: error: spec.model.tier: 'huge' is not one of fast, standard, reasoning")]
    [InlineData("interval: 5m", "cron: 61 * * * *", "a.yaml:6: error: spec.schedule.cron: '61 * * * *' is not a cron line")]
    [InlineData("name: hello-world", "name: hello-wrld", "a.yaml:9: error: spec.skills[0].source: no bundled skill is named 'hello-wrld'")]
    [InlineData("legator.io/v1alpha1", "legator.io/v1", "a.yaml:1: error: apiVersion: 'legator.io/v1' is not served: write legator.io/v1alpha1")]
    [InlineData("kind: LegatorAgent", "kind: LegatorAgnt", "a.yaml:2: error: kind: 'LegatorAgnt' is no kind of legator.io")]
    [InlineData("name: watch", "name: Watch", "a.yaml:3: error: metadata.name: 'Watch' is no name")]
    [InlineData("autonomy: observe", "approvalTimeout: soon", "a.yaml:11: error: spec.guardrails.approvalTimeout: 'soon' is not a duration")]
    [InlineData("autonomy: observe", "allowedActions: [ssh.exec *]", "a.yaml:11: warning: spec.guardrails.allowedActions[0]: 'ssh.exec *' stands for nothing that the agent's skills declare")]
    [InlineData("environmentRef: lab", "environmentRef: site", "a.yaml:12: warning: spec.environmentRef: no LegatorEnvironment 'site' is among these files")]
    [InlineData("environmentRef: lab", "environmentRef: lab\n  capabilities: {required: [ssh]}", "error: spec.capabilities.required: LegatorEnvironment 'lab' does not offer ssh")]
    [InlineData("spec:", "spec: [", "a.yaml:")]
    public async Task Validate_Mistake_NamesFileLineFieldAndFix(string sound, string mistake, string expected)
    {
        (await RunAsync(Agent.Replace(sound, mistake), Lab)).Out.ShouldContain(expected);
    }

    [Fact]
    public async Task Validate_SeveralMistakes_NamesAllAtOnce()
    {
        var run = await RunAsync(Agent.Replace("fast", "huge").Replace("5m", "often").Replace("hello-world", "nothing"), Lab.Replace("https://example.com", "nope"));

        run.ExitCode.ShouldBe(1);
        run.Lines[^1].ShouldContain("4 errors");
    }

    [Fact]
    public async Task Validate_EnvironmentOfOtherNamespace_IsAnError() =>
        (await RunAsync(Agent, Lab.Replace("namespace: agents", "namespace: other"))).Out.ShouldContain("error: spec.environmentRef: LegatorEnvironment 'lab' is in namespace 'other'");

    [Fact]
    public async Task Validate_TierThatNobodyMaps_IsAnError()
    {
        _folder.Write("t.yaml", "apiVersion: legator.io/v1alpha1\nkind: ModelTierConfig\nmetadata: {name: default}\nspec:\n  tiers:\n  - {tier: standard, provider: opnai, model: m}\n");
        var run = await RunAsync(Agent, Lab);

        run.Out.ShouldContain("t.yaml:6: error: spec.tiers[0].provider: 'opnai' is no provider");
        (await RunAsync(Agent, Lab, "t.yaml", "opnai", "scripted")).Out.ShouldContain("a.yaml:7: error: spec.model.tier: no ModelTierConfig among these files maps the tier 'fast'");
    }

    [Fact]
    public async Task Validate_SkillInConfigMap_NamesTheLineInTheFile()
    {
        _folder.Write("s.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: skill-x, namespace: agents}\ndata:\n  SKILL.md: |\n    Do it.\n  actions.yaml: |\n    actions:\n    - id: look\n      tool: kubectl.get\n      tier: raed\n");

        (await RunAsync(Agent, Lab)).Out.ShouldContain("s.yaml:11: error: data.actions.yaml: actions[0].tier: 'raed' is not one of");
    }

    [Fact]
    public async Task Validate_SkillFolder_NamesItsFiles()
    {
        _folder.Write("x/SKILL.md", "---\nname: x\ndescription: d\nversion: 1.0.0\n---\nDo it.");
        _folder.Write("x/actions.yaml", "actions:\n- {id: look, tool: kubectl.get}\n");
        _folder.Write("x/fixtures/pods.yaml", "answers:\n- {tool: kubectl.get}\n");
        var run = await RunAsync(Agent, Lab);

        run.Out.ShouldContain("x/actions.yaml:2: error: actions[0].tier: missing");
        run.Out.ShouldContain("x/fixtures/pods.yaml:2: error: answers[0].text: missing");
    }

    [Fact]
    public async Task Validate_OthersObjects_AreLeftAlone()
    {
        _folder.Write("d.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {replicas: many}\n");
        (await RunAsync(Agent, Lab)).Lines[^1].ShouldBe("3 files, 2 objects of Legator's (1 others left alone): no errors, 0 warnings.");
    }

    [Fact]
    public async Task Validate_Json_HoldsEverything()
    {
        _folder.Write("a.yaml", Agent.Replace("fast", "huge"));
        var run = await _folder.RunAsync("validate", "-o", "json", "a.yaml");
        var json = JsonNode.Parse(run.Out)!;

        run.ExitCode.ShouldBe(1);
        json["good"]!.GetValue<bool>().ShouldBeFalse();
        var problem = json["problems"]!.AsArray().Single(p => !p!["isWarning"]!.GetValue<bool>())!;
        (problem["file"]!.ToString(), problem["line"]!.GetValue<int>(), problem["field"]!.ToString(), problem["object"]!.ToString()).ShouldBe(("a.yaml", 7, "spec.model.tier", "LegatorAgent agents/watch"));
    }

    [Fact]
    public async Task Validate_Strict_TakesWarningsForErrors()
    {
        _folder.Write("a.yaml", Agent);
        (await _folder.RunAsync("validate", "a.yaml")).ExitCode.ShouldBe(0);
        (await _folder.RunAsync("validate", "--strict", "a.yaml")).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("no such file or folder", "nowhere")]
    [InlineData("there is no YAML file and no skill in it", ".")]
    public async Task Validate_Nothing_Exits2(string message, string path)
    {
        var run = await _folder.RunAsync("validate", path);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("examples")]
    [InlineData("skills")]
    public async Task Validate_WhatComesWithTheProduct_HasNoErrors(string folder)
    {
        var run = await _folder.RunAsync("validate", Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", folder)));
        run.ExitCode.ShouldBe(0, run.Out);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private Task<CommandLineRun> RunAsync(string agent, string environment)
    {
        _folder.Write("a.yaml", agent);
        _folder.Write("e.yaml", environment);
        return _folder.RunAsync("validate");
    }

    private Task<CommandLineRun> RunAsync(string agent, string environment, string file, string before, string after)
    {
        _folder.Write(file, _folder.Read(file).Replace(before, after));
        return RunAsync(agent, environment);
    }
}
