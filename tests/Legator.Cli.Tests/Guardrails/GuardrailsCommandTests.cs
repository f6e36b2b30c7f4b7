using System.Text.Json;
using Legator.Core.Tests;

namespace Legator.Cli.Tests.Guardrails;

/// <summary>What somebody who writes a skill types.</summary>
public sealed class GuardrailsCommandTests
{
    private const string Read = """{"id":"r","tool":"state.get","arguments":{"key":"seen"}}""";

    [Fact]
    public async Task Classify_Calls_AnswersInOrder()
    {
        var run = await CommandLineRun.WithInputAsync($"{Read}\n\n{Read.Replace("\"r\"", "7")}\n", "guardrails", "classify");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").ToString()).ShouldBe(["r", "7"]);
        var first = JsonDocument.Parse(run.Lines[0]).RootElement;
        first.GetProperty("tier").GetString().ShouldBe("read");
        first.GetProperty("blocked").GetBoolean().ShouldBeFalse();
        first.GetProperty("actions")[0].GetProperty("verb").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("""{"id":"x","arguments":{}}""")]
    [InlineData("""{"id":"x","tool":"state.get"}""")]
    [InlineData("""{"id":"x","tool":3,"arguments":{}}""")]
    [InlineData("""{"id":"x","tool":"mcp.a.\ud800","arguments":{}}""")]
    [InlineData("""{"id":"\ud800","tool":"state.get","arguments":{"key":"k"}}""")]
    public async Task Classify_BadLine_IsAnsweredAndTheRestGoOn(string bad)
    {
        var run = await CommandLineRun.WithInputAsync($"{bad}\n{Read}\n", "guardrails", "classify");

        run.ExitCode.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Lines[0]).RootElement.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        JsonDocument.Parse(run.Lines[1]).RootElement.GetProperty("tier").GetString().ShouldBe("read");
    }

    [Fact]
    public async Task Classify_UnknownTool_IsNeverARead()
    {
        var run = await CommandLineRun.WithInputAsync("""{"id":"x","tool":"teleport","arguments":{}}""", "guardrails", "classify");
        var answer = JsonDocument.Parse(run.Lines[0]).RootElement;
        answer.GetProperty("tier").GetString().ShouldBe("data-mutation");
        answer.GetProperty("blocked").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Test_CaseJudgedMilderThanItsLabel_IsAMissAndOne()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.File("cases.jsonl");
        await File.WriteAllTextAsync(file, """{"id":"m","tool":"state.get","arguments":{"key":"k"},"expect":{"tier":"data-mutation"}}""");

        var run = await CommandLineRun.OfAsync("guardrails", "test", file);

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("MISS");
        run.Out.ShouldContain("1 misses, 0 false alarms, 0 broken lines in 1 cases");
    }

    [Fact]
    public async Task Judge_AgentOfTheExamples_SaysAllowAndDenyWithEveryCheck()
    {
        var quickstart = Path.Combine(RepositoryFolder.Root, "examples", "quickstart");
        using var folder = new SkillFolder();
        var undeclared = """{"id":"d","tool":"kubectl.delete","arguments":{"resource":"pods","name":"web-0","namespace":"demo"}}""";

        var run = await CommandLineRun.WithInputAsync($"{Read}\n{undeclared}\n", "guardrails", "judge", "--agent", folder.Agent, "--skill", folder.Path, "--environment", Path.Combine(quickstart, "30-environment.yaml"));

        run.ExitCode.ShouldBe(0, run.Error);
        var answers = run.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        answers[0].GetProperty("verdict").GetString().ShouldBe("allow");
        answers[0].GetProperty("trace").GetArrayLength().ShouldBe(13);
        answers[1].GetProperty("verdict").GetString().ShouldBe("deny");
        answers[1].GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Judge_BundledSkill_IsThereWithoutAFolder()
    {
        var agent = Path.Combine(RepositoryFolder.Root, "examples", "agents", "watchman-light.yaml");
        var run = await CommandLineRun.WithInputAsync("""{"id":"p","tool":"kubectl.get","arguments":{"resource":"pods","namespace":"demo"}}""", "guardrails", "judge", "--agent", agent);
        run.ExitCode.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Lines[0]).RootElement.GetProperty("trace").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("missing.yaml", "missing.yaml")]
    [InlineData(null, "--agent")]
    public async Task Judge_WithoutAnAgent_SaysWhatToGive(string? agent, string named)
    {
        var run = await CommandLineRun.OfAsync(["guardrails", "judge", .. agent is null ? Array.Empty<string>() : ["--agent", agent]]);
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain(named);
    }
}
